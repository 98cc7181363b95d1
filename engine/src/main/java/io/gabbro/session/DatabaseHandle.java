package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodec;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.storage.Durability;
import io.gabbro.table.Table;
import io.gabbro.table.TypedTables;
import io.gabbro.transaction.Isolation;
import io.gabbro.transaction.TransactionOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One handle of a shared database. Thread-safe. */
final class DatabaseHandle implements Gabbro {
  private final String location;
  private final SharedDatabase database;
  private final Consumer<SharedDatabase> release;
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
    typedTables =
        new TypedTables(
            database.store(),
            database.transactions(),
            new TransactionOptions(
                Isolation.READ_COMMITTED,
                database.isReadOnly(),
                Durability.valueOf(options.text(Option.DURABILITY).toUpperCase(Locale.ROOT)),
                options.duration(Option.LOCK_TIMEOUT)),
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
      if (closed.get()) {
        throw new GabbroException(ErrorCode.CLOSED, "the database");
      }
      EmbeddedSession session = new EmbeddedSession(this, options);
      sessions.add(session);
      return session;
    }
  }

  @Override
  public <K, V> Table<K, V> table(String name, KeyCodec<K> keys, ValueSerializer<V> values) {
    if (closed.get()) {
      throw new GabbroException(ErrorCode.CLOSED, "the database");
    }
    return typedTables.open(name, keys, values);
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
