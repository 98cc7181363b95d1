package io.gabbro.session;

import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.parser.SqlParser;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Initializes what the first statement needs, the parser's tables and the functions, on a thread of
 * its own while the first database of the JVM is opened. Whoever needs them earlier waits for the
 * rest only.
 */
final class WarmUp {
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private WarmUp() {}

  /** Starts it, if it has not been started before. */
  static void start() {
    if (STARTED.compareAndSet(false, true)) {
      Thread thread = new Thread(WarmUp::run, "gabbro-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run() {
    SqlParser.parseStatement("SELECT a, count(*) FROM t WHERE b = ? GROUP BY a ORDER BY 1 LIMIT 1");
    BuiltinFunctions.registry();
  }
}
