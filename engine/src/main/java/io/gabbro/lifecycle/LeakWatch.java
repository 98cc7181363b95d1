package io.gabbro.lifecycle;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Watches an object that the application has to close. If it becomes unreachable first, what it
 * held is given back and the leak is told to the logger {@value #LOGGER}: the first of a kind as a
 * warning, each at level DEBUG. Thread-safe.
 *
 * <p>The owner, not the release, must end the watch, as the last step of its {@code close}. What it
 * does in between must keep it reachable, see {@link Reference#reachabilityFence}.
 */
public final class LeakWatch {
  /** The name of the logger. */
  public static final String LOGGER = "io.gabbro.leaks";

  private static final Cleaner CLEANER = Cleaner.create(LeakWatch::newThread);
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private final String kind;
  private final Supplier<String> description;
  private final Runnable release;
  private final Cleaner.Cleanable registration;
  private volatile boolean ended;

  private LeakWatch(Object owner, String kind, Supplier<String> description, Runnable release) {
    this.kind = kind;
    this.description = description;
    this.release = release;
    registration = CLEANER.register(owner, this::run);
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "gabbro-cleaner");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts to watch.
   *
   * @param owner what the application has to close
   * @param kind what it is, as in "a result", for the log
   * @param description says which one it is; must not refer to the owner
   * @param release gives back what it holds, in a thread of the watch; must not refer to the owner,
   *     and must bear that other things that the application forgot were released before
   */
  public static LeakWatch over(
      Object owner, String kind, Supplier<String> description, Runnable release) {
    return new LeakWatch(owner, kind, description, release);
  }

  /** Ends the watch, because the owner was closed; ending it twice is harmless. */
  public void end() {
    ended = true;
    registration.clean();
  }

  private void run() {
    if (ended) {
      return;
    }
    System.Logger logger = System.getLogger(LOGGER);
    try {
      tell(logger);
    } finally {
      release(logger);
    }
  }

  private void tell(System.Logger logger) {
    System.Logger.Level level =
        TOLD.add(kind) ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG;
    logger.log(
        level,
        () ->
            kind
                + " was never closed and is released now, after its garbage collection: "
                + description.get().replaceAll("\\R", " ")
                + (level == System.Logger.Level.WARNING
                    ? " (more leaks of this kind are logged at level DEBUG)"
                    : ""));
  }

  private void release(System.Logger logger) {
    try {
      release.run();
    } catch (RuntimeException | Error e) {
      logger.log(System.Logger.Level.WARNING, "could not release " + kind, e);
    }
  }
}
