package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodec;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.table.Table;
import io.gabbro.table.TypedTables;
import io.gabbro.transaction.Transaction;
import io.gabbro.transaction.TransactionOptions;
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
  private final Consumer<SharedDatabase> release;
  private final TransactionOptions transactionOptions;
  private final TypedTables typedTables;
  private final Set<EmbeddedSession> sessions = Collections.newSetFromMap(new WeakHashMap<>());
  private final AtomicBoolean closed = new AtomicBoolean();

  DatabaseHandle(
      String location,
      DatabaseOptions options,
      SharedDatabase database,
      Consumer<SharedDatabase> release) {
    this.location = location;
    this.database = database;
    this.release = release;
    transactionOptions = SessionOptions.transactions(options, database.isReadOnly());
    typedTables =
        new TypedTables(
            database.store(),
            database.transactions(),
            transactionOptions,
            options.text(Option.ON_BAD_ROW).equals("skip"));
  }

  SharedDatabase shared() {
    return database;
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public Session newSession(DatabaseOptions options) {
    synchronized (sessions) {
      checkOpen();
      EmbeddedSession session = new EmbeddedSession(this, options);
      sessions.add(session);
      return session;
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
  public <R> R transaction(Function<? super Transaction, ? extends R> work) {
    checkOpen();
    try (Transaction transaction = database.transactions().begin(transactionOptions)) {
      R result = work.apply(transaction);
      transaction.commit();
      return result;
    }
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
    try {
      open.forEach(EmbeddedSession::close);
    } finally {
      release.accept(database);
    }
  }
}
