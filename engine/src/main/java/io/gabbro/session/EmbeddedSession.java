package io.gabbro.session;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.BadRows;
import io.gabbro.execution.Cancellation;
import io.gabbro.function.EvaluationContext;
import io.gabbro.lifecycle.LeakWatch;
import io.gabbro.monitor.SessionActivity;
import io.gabbro.table.Table;
import io.gabbro.transaction.Isolation;
import io.gabbro.transaction.Savepoint;
import io.gabbro.transaction.Transaction;
import io.gabbro.transaction.TransactionOptions;
import io.gabbro.type.SqlType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The session of an embedded database. */
final class EmbeddedSession implements Session {
  private final DatabaseHandle handle;
  private final SharedDatabase database;
  private final StatementPlanner planner;
  private final Map<String, Savepoint> savepoints = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final SessionActivity activity;
  private final SessionHoldings holdings;
  private final LeakWatch watch;
  private DatabaseOptions options;
  private TransactionOptions transactionOptions;
  private boolean autoCommit = true;
  private boolean readOnly;

  EmbeddedSession(DatabaseHandle handle, DatabaseOptions options) {
    this.handle = handle;
    this.options = options;
    database = handle.shared();
    planner = new StatementPlanner(database);
    readOnly = database.isReadOnly();
    transactionOptions = newTransactionOptions();
    activity = database.sessions().start();
    holdings = new SessionHoldings(activity);
    logSlowStatements();
    String location = handle.location();
    watch = LeakWatch.over(this, "a session", () -> location, holdings::close);
  }

  /** What it holds, to be given back when it is closed or forgotten. */
  SessionHoldings holdings() {
    return holdings;
  }

  SharedDatabase shared() {
    return database;
  }

  StatementPlanner planner() {
    return planner;
  }

  DatabaseOptions options() {
    return options;
  }

  /** What kernels may know of a statement that starts now. */
  EvaluationContext evaluationContext(Cancellation cancellation) {
    return new EvaluationContext(
        Instant.now(), options.zone(Option.TIME_ZONE), cancellation::check);
  }

  @Override
  public PreparedPlan prepare(
      String sql, List<SqlType> parameterHints, Optional<List<String>> generatedKeys) {
    checkOpen();
    database.refresh(() -> {});
    try {
      return new SessionPlan(this, new PlanCache.Key(sql, parameterHints, generatedKeys));
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw Exhaustion.failure(e);
    }
  }

  /** Starts a statement in the open transaction, or in one of its own. */
  StatementScope startStatement(Cancellation cancellation) {
    checkOpen();
    if (holdings.transaction() == null && autoCommit) {
      return StatementScope.alone(
          database.transactions().begin(transactionOptions, activity.id()),
          cancellation,
          this::commit);
    }
    return StatementScope.within(openTransaction(), cancellation);
  }

  /** The open transaction; it is started when there is none. */
  Transaction openTransaction() {
    checkOpen();
    Transaction open = holdings.transaction();
    return open == null ? start(transactionOptions) : open;
  }

  private Transaction start(TransactionOptions wanted) {
    Transaction started = database.transactions().begin(wanted, activity.id());
    holdings.hold(started);
    return started;
  }

  @Override
  public <K, V> Table<K, V> in(Table<K, V> table) {
    return table.in(openTransaction(), this);
  }

  /** Starts a transaction by statement. */
  void begin(TransactionOptions wanted) {
    if (inTransaction()) {
      throw new GabbroException(
          ErrorCode.INVALID_TRANSACTION_STATE, "there is already a transaction in progress");
    }
    start(wanted);
  }

  /** Changes how the open transaction behaves, which must not have done anything yet. */
  void changeTransaction(TransactionOptions wanted) {
    Transaction transaction = holdings.transaction();
    boolean hasBegun =
        transaction != null
            && (transaction.isEnded() || transaction.hasWrites() || transaction.hasStarted());
    if (hasBegun || !savepoints.isEmpty()) {
      throw new GabbroException(
          ErrorCode.INVALID_TRANSACTION_STATE,
          "SET TRANSACTION must be the first statement of a transaction");
    }
    rollback();
    start(wanted);
  }

  /** How transactions behave that start now. */
  TransactionOptions transactionOptions() {
    return transactionOptions;
  }

  /** Whether a statement now reads the latest committed state and nothing of its own. */
  boolean readsLatest() {
    Transaction transaction = holdings.transaction();
    return transaction == null
        ? autoCommit
        : !transaction.isEnded()
            && !transaction.hasWrites()
            && transaction.options().isolation() == Isolation.READ_COMMITTED;
  }

  private TransactionOptions newTransactionOptions() {
    return SessionOptions.transactions(options, readOnly);
  }

  @Override
  public boolean isAutoCommit() {
    return autoCommit;
  }

  @Override
  public void setAutoCommit(boolean newAutoCommit) {
    checkOpen();
    if (autoCommit != newAutoCommit) {
      commit();
      autoCommit = newAutoCommit;
    }
  }

  @Override
  public boolean inTransaction() {
    return holdings.transaction() != null;
  }

  @Override
  public void commit() {
    commit(() -> {});
  }

  /**
   * Commits the open transaction, if there is one.
   *
   * @param waitCheck is run now and then when that has to wait, and may throw
   */
  void commit(Runnable waitCheck) {
    checkOpen();
    Transaction ending = forgetTransaction();
    if (ending != null) {
      ending.onWait(waitCheck);
      try {
        commit(ending);
      } catch (OutOfMemoryError e) {
        throw Exhaustion.failure(e);
      }
    }
  }

  private void commit(Transaction ending) {
    ending.commit();
    if (ending.hasStalled()) {
      addWarnings(
          List.of("the commit had to wait because compactions do not keep up; see sys.metrics"));
    }
  }

  @Override
  public void rollback() {
    checkOpen();
    Transaction ending = forgetTransaction();
    if (ending != null) {
      ending.rollback();
    }
  }

  private Transaction forgetTransaction() {
    savepoints.clear();
    return holdings.takeTransaction();
  }

  @Override
  public void savepoint(String name) {
    savepoints.remove(name);
    savepoints.put(name, openTransaction().savepoint());
  }

  @Override
  public void rollbackTo(String name) {
    Savepoint savepoint = findSavepoint(name);
    openTransaction().rollbackTo(savepoint);
    forgetSavepointsBehind(name);
  }

  @Override
  public void releaseSavepoint(String name) {
    findSavepoint(name);
    forgetSavepointsBehind(name);
    savepoints.remove(name);
  }

  private Savepoint findSavepoint(String name) {
    checkOpen();
    Savepoint savepoint = savepoints.get(name);
    if (savepoint == null) {
      throw new GabbroException(ErrorCode.UNDEFINED_SAVEPOINT, name);
    }
    return savepoint;
  }

  private void forgetSavepointsBehind(String name) {
    List<String> names = new ArrayList<>(savepoints.keySet());
    names.subList(names.indexOf(name) + 1, names.size()).forEach(savepoints::remove);
  }

  @Override
  public boolean isReadOnly() {
    return readOnly;
  }

  @Override
  public void setReadOnly(boolean newReadOnly) {
    checkOpen();
    if (!newReadOnly && database.isReadOnly()) {
      throw new GabbroException(ErrorCode.READ_ONLY, "writes", "database");
    }
    readOnly = newReadOnly;
    transactionOptions = newTransactionOptions();
  }

  @Override
  public String option(Option option) {
    return options.text(option);
  }

  @Override
  public void setOption(Option option, String value) {
    checkOpen();
    if (option.scope() != Option.Scope.SESSION) {
      throw new GabbroException(
          ErrorCode.WRONG_OBJECT,
          "option \"" + option.key() + "\" can only be set when the connection is opened");
    }
    options = options.with(option, value);
    transactionOptions = newTransactionOptions();
    logSlowStatements();
  }

  @Override
  public CatalogSnapshot catalog() {
    checkOpen();
    Transaction transaction = holdings.transaction();
    return transaction == null ? database.catalog().current() : transaction.schema().catalog();
  }

  @Override
  public Gabbro database() {
    return handle;
  }

  /** What it executes, as others see it. */
  SessionActivity activity() {
    return activity;
  }

  private void logSlowStatements() {
    activity.logSlow(options.duration(Option.SLOW_QUERY_LOG).toNanos());
  }

  /** Warns of rows that a statement has left out, and counts them. */
  void note(BadRows badRows) {
    addWarnings(badRows.warnings());
    activity.counters().skipBadRows(badRows.skippedRows());
  }

  void addWarnings(List<String> more) {
    warnings.addAll(more);
  }

  @Override
  public List<String> takeWarnings() {
    List<String> taken = List.copyOf(warnings);
    warnings.clear();
    return taken;
  }

  private void checkOpen() {
    if (isClosed()) {
      throw SessionHoldings.closed();
    }
  }

  @Override
  public boolean isClosed() {
    return holdings.isClosed();
  }

  @Override
  public void close() {
    try {
      holdings.close();
    } finally {
      watch.end();
      handle.forget(this);
    }
  }
}
