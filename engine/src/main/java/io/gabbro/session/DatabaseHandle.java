package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodec;
import io.gabbro.lifecycle.CloseSteps;
import io.gabbro.lifecycle.LeakWatch;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.storage.Backup;
import io.gabbro.table.Table;
import io.gabbro.table.TypedTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** One handle of a shared database. Thread-safe. */
final class DatabaseHandle implements Gabbro {
  private final String location;
  private final SharedDatabase database;
  private final DatabaseOptions options;
  private final TypedTables typedTables;
  private final Set<EmbeddedSession> sessions = Collections.newSetFromMap(new WeakHashMap<>());
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Runnable release;
  private final LeakWatch watch;

  DatabaseHandle(
      String location,
      DatabaseOptions options,
      SharedDatabase database,
      Consumer<SharedDatabase> release) {
    this.location = location;
    this.database = database;
    this.options = options;
    database.serializers().foryClasses().parse(options.text(Option.FORY_CLASSES), classLoader());
    typedTables =
        new TypedTables(
            database.store(),
            database.transactions(),
            SessionOptions.transactions(options, database.isReadOnly()),
            options.text(Option.ON_BAD_ROW).equals("skip"),
            this);
    this.release = once(() -> release.accept(database));
    watch = LeakWatch.over(this, "a database handle", () -> location, this.release);
  }

  /** Runs an action the first time only: whoever closes and the watch may both come. */
  private static Runnable once(Runnable action) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        action.run();
      }
    };
  }

  private static ClassLoader classLoader() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? DatabaseHandle.class.getClassLoader() : ofThread;
  }

  SharedDatabase shared() {
    return database;
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public EmbeddedSession newSession(DatabaseOptions options) {
    synchronized (sessions) {
      checkOpen();
      EmbeddedSession session = new EmbeddedSession(this, options);
      sessions.add(session);
      return session;
    }
  }

  /** Hears that a session was closed. */
  void forget(EmbeddedSession session) {
    synchronized (sessions) {
      sessions.remove(session);
    }
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new GabbroException(ErrorCode.CLOSED, "the database");
    }
  }

  @Override
  public <K, V> Table<K, V> table(String name, KeyCodec<K> keys, ValueSerializer<V> values) {
    checkOpen();
    return typedTables.open(name, keys, values);
  }

  @Override
  public void registerSerializer(ValueSerializer<?> serializer) {
    checkOpen();
    database.serializers().register(serializer);
  }

  @Override
  public void registerClass(Class<?> allowed, int id) {
    checkOpen();
    database.serializers().foryClasses().register(allowed, id);
  }

  @Override
  public <R> R transaction(Function<? super Session, ? extends R> work) {
    try (Session session = newSession(options)) {
      session.setAutoCommit(false);
      R result = work.apply(session);
      session.commit();
      return result;
    }
  }

  @Override
  public <R> R snapshot(Function<? super Session, ? extends R> work) {
    DatabaseOptions ofSnapshot = options.with(Option.TRANSACTION_ISOLATION, "repeatable read");
    try (EmbeddedSession session = newSession(ofSnapshot)) {
      session.setReadOnly(true);
      session.setAutoCommit(false);
      session.openTransaction().statementView().close();
      return work.apply(session);
    }
  }

  @Override
  public Backup backup(Path directory, int keep) {
    checkOpen();
    return database.store().backup(directory, keep, () -> {});
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() {
    List<EmbeddedSession> open;
    synchronized (sessions) {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
      open = new ArrayList<>(sessions);
      sessions.clear();
    }
    CloseSteps steps = new CloseSteps();
    open.forEach(session -> steps.then(session::close));
    steps.then(watch::end).then(release).end();
  }
}
