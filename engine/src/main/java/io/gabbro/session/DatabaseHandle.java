package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One handle of a shared database. Thread-safe. */
final class DatabaseHandle implements Gabbro {
  private final String location;
  private final SharedDatabase database;
  private final Consumer<SharedDatabase> release;
  private final Set<EmbeddedSession> sessions = Collections.newSetFromMap(new WeakHashMap<>());
  private final AtomicBoolean closed = new AtomicBoolean();

  DatabaseHandle(String location, SharedDatabase database, Consumer<SharedDatabase> release) {
    this.location = location;
    this.database = database;
    this.release = release;
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
