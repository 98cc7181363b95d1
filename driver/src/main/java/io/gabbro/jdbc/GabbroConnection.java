package io.gabbro.jdbc;

import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.error.Wrapping;
import io.gabbro.jdbc.metadata.GabbroDatabaseMetaData;
import io.gabbro.session.Gabbro;
import io.gabbro.session.PreparedPlan;
import io.gabbro.session.Session;
import io.gabbro.type.SqlType;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection: a session of a database. Several threads may share it; what they execute runs one
 * after the other.
 */
final class GabbroConnection extends StatementFactory {
  /** Work under the lock that gives something. */
  @FunctionalInterface
  interface Call<T> {
    /** Does it. */
    T run() throws SQLException;
  }

  /** Work under the lock. */
  @FunctionalInterface
  private interface Action {
    void run() throws SQLException;
  }

  private final Gabbro database;
  private final Session session;
  private final String url;
  private final SessionZone zone;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean closed;
  private volatile Cancellation running;

  /** Weakly referenced: a statement that is forgotten takes its results with it. */
  private final Set<ResultOwner> owners = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * A connection that owns its session and its handle of the database.
   *
   * @param url the URL as the application gave it
   */
  GabbroConnection(Gabbro database, Session session, String url) {
    this.database = database;
    this.session = session;
    this.url = url;
    zone = new SessionZone(session);
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** The session; used under the lock only. */
  Session session() {
    return session;
  }

  SessionZone zone() {
    return zone;
  }

  String url() {
    return url;
  }

  /** Remembers what stops the engine while it works for this connection. */
  void setRunning(Cancellation cancellation) {
    running = cancellation;
  }

  /** Remembers what may have open results, as long as the application does. */
  void remember(ResultOwner owner) {
    lock();
    try {
      owners.add(owner);
    } finally {
      unlock();
    }
  }

  /** Forgets what has no open results any more, under the lock; twice is harmless. */
  void forget(ResultOwner owner) {
    owners.remove(owner);
  }

  private void closeResults() throws SQLException {
    ResultOwner.closeAll(List.copyOf(owners));
  }

  /** Takes the warnings of the engine, under the lock; null when there are none. */
  SQLWarning takeWarnings() {
    List<String> messages = session.takeWarnings();
    SQLWarning chain = null;
    for (int index = messages.size() - 1; index >= 0; index--) {
      SQLWarning warning = new SQLWarning(messages.get(index), "01000");
      if (chain != null) {
        warning.setNextWarning(chain);
      }
      chain = warning;
    }
    return chain;
  }

  /** Plans a statement. */
  PreparedPlan prepare(String sql, List<SqlType> hints, KeyRequest keys) throws SQLException {
    return call(() -> keys.prepare(session, sql, hints), sql);
  }

  /** Runs what has to take effect as a whole, or not at all, under the lock. */
  <T> T atomically(Call<T> work) throws SQLException {
    return session.isAutoCommit() && !session.inTransaction()
        ? inTransaction(work)
        : behindSavepoint(work);
  }

  private <T> T inTransaction(Call<T> work) throws SQLException {
    session.setAutoCommit(false);
    try {
      T result = work.run();
      session.commit();
      return result;
    } finally {
      session.rollback();
      session.setAutoCommit(true);
    }
  }

  private <T> T behindSavepoint(Call<T> work) throws SQLException {
    String name = GabbroSavepoint.unnamed().name();
    session.savepoint(name);
    boolean done = false;
    try {
      T result = work.run();
      done = true;
      return result;
    } finally {
      if (!done) {
        session.rollbackTo(name);
      }
      session.releaseSavepoint(name);
    }
  }

  private void run(Action work) throws SQLException {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  <T> T call(Call<T> work) throws SQLException {
    return call(work, null);
  }

  private <T> T call(Call<T> work, String sql) throws SQLException {
    lock();
    try {
      checkOpen();
      return work.run();
    } catch (RuntimeException e) {
      throw SqlExceptions.of(e, sql);
    } finally {
      unlock();
    }
  }

  @Override
  void checkOpen() throws SQLException {
    if (closed) {
      throw SqlExceptions.closedConnection();
    }
  }

  @Override
  Statement newStatement() throws SQLException {
    checkOpen();
    return new GabbroStatement(this);
  }

  @Override
  PreparedStatement newPreparedStatement(String sql, KeyRequest keys) throws SQLException {
    String translated = EscapeSyntax.translate(sql);
    return call(() -> new GabbroPreparedStatement(this, translated, keys), translated);
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    checkOpen();
    return new GabbroDatabaseMetaData(new ConnectionMetadata(this));
  }

  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    run(
        () -> {
          if (session.isAutoCommit() != autoCommit) {
            closeResults();
            session.setAutoCommit(autoCommit);
          }
        });
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    return call(session::isAutoCommit);
  }

  @Override
  public void commit() throws SQLException {
    run(
        () -> {
          checkManualCommit("commit");
          closeResults();
          session.commit();
        });
  }

  @Override
  public void rollback() throws SQLException {
    run(
        () -> {
          checkManualCommit("rollback");
          closeResults();
          session.rollback();
        });
  }

  private void checkManualCommit(String what) throws SQLException {
    if (session.isAutoCommit() && !session.inTransaction()) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_TRANSACTION_STATE, what + " is not allowed in auto-commit mode");
    }
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    return setSavepoint(GabbroSavepoint.unnamed());
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    return setSavepoint(GabbroSavepoint.named(name));
  }

  private Savepoint setSavepoint(GabbroSavepoint savepoint) throws SQLException {
    run(
        () -> {
          checkManualCommit("a savepoint");
          session.savepoint(savepoint.name());
        });
    return savepoint;
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    String name = GabbroSavepoint.nameOf(savepoint);
    run(
        () -> {
          checkManualCommit("rollback");
          closeResults();
          session.rollbackTo(name);
        });
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    String name = GabbroSavepoint.nameOf(savepoint);
    run(() -> session.releaseSavepoint(name));
  }

  @Override
  public void setReadOnly(boolean readOnly) throws SQLException {
    run(() -> session.setReadOnly(readOnly));
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return call(session::isReadOnly);
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    String name = IsolationLevels.name(level);
    run(() -> session.setOption(Option.TRANSACTION_ISOLATION, name));
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    return IsolationLevels.level(call(() -> session.option(Option.TRANSACTION_ISOLATION)));
  }

  @Override
  public boolean isValid(int timeout) throws SQLException {
    if (timeout < 0) {
      throw SqlExceptions.error(ErrorCode.INVALID_ARGUMENT, "the timeout must not be negative");
    }
    return !isClosed();
  }

  @Override
  public boolean isClosed() {
    return closed || session.isClosed();
  }

  /**
   * Stops what runs on the connection in another thread, rolls back, and closes its statements and
   * results. Safe from any thread; closing twice is harmless.
   */
  @Override
  public void close() throws SQLException {
    stopOthers();
    lock();
    try {
      if (!closed) {
        closed = true;
        closeAll();
      }
    } finally {
      unlock();
    }
  }

  private void stopOthers() {
    Cancellation current = running;
    if (current != null && !lock.isHeldByCurrentThread()) {
      current.cancel();
    }
  }

  private void closeAll() throws SQLException {
    try (database;
        session) {
      closeResults();
    } catch (RuntimeException e) {
      throw SqlExceptions.of(e);
    }
  }

  @Override
  public void abort(Executor executor) throws SQLException {
    if (executor == null) {
      throw SqlExceptions.error(ErrorCode.INVALID_ARGUMENT, "abort needs an executor");
    }
    stopOthers();
    executor.execute(
        () -> {
          try {
            close();
          } catch (SQLException e) {
            // There is nobody to tell: the connection is gone all the same.
            closed = true;
          }
        });
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    checkOpen();
    if (type.isInstance(this)) {
      return type.cast(this);
    } else if (type.isInstance(session)) {
      return type.cast(session);
    }
    return Wrapping.unwrap(database, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this) || type.isInstance(session) || type.isInstance(database);
  }
}
