package io.gabbro.transaction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.monitor.CommitTrace;
import io.gabbro.monitor.Tracer;
import io.gabbro.storage.Durability;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

final class TransactionCountersTest {
  private static final CommitTrace FAILING_TRACE =
      (session, bytes, durability, succeeded) -> {
        throw new OutOfMemoryError("a test");
      };

  private final TransactionCounters counters =
      new TransactionCounters(
          (Tracer)
              Proxy.newProxyInstance(
                  Tracer.class.getClassLoader(),
                  new Class<?>[] {Tracer.class},
                  (proxy, method, arguments) -> FAILING_TRACE));

  private long value(String metric) {
    return counters.metrics().stream()
        .filter(each -> each.name().equals(metric))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void commitThatCannotBeRecordedHasSucceeded() {
    assertDoesNotThrow(() -> counters.measureCommit(1, 100, Durability.OS, () -> {}));
    assertEquals(1, value("commits"));
    assertEquals(100, value("committed_bytes"));
    assertEquals(0, value("commits_failed"));
  }

  @Test
  void commitThatFailsTellsItsOwnFailure() {
    RuntimeException own = new IllegalStateException("own");
    assertSame(
        own,
        assertThrows(
            IllegalStateException.class,
            () ->
                counters.measureCommit(
                    1,
                    100,
                    Durability.OS,
                    () -> {
                      throw own;
                    })));
    assertEquals(0, value("commits"));
    assertEquals(1, value("commits_failed"));
  }
}
