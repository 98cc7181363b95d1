package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.monitor.Tracer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDB;

final class RocksStatisticsTest {
  @Test
  void tracerThatFailsDoesNotFailTheWrite() {
    RocksDB.loadLibrary();
    List<String> calls = new ArrayList<>();
    Tracer failing =
        (Tracer)
            Proxy.newProxyInstance(
                Tracer.class.getClassLoader(),
                new Class<?>[] {Tracer.class},
                (proxy, method, arguments) -> {
                  calls.add(method.getName());
                  if (method.getName().equals("recordsStore")) {
                    return true;
                  }
                  throw new OutOfMemoryError("a test");
                });
    try (RocksStatistics statistics = new RocksStatistics(failing)) {
      statistics.addStall(1_000_000);
      assertDoesNotThrow(statistics::trace);
    }
    assertEquals(List.of("recordsStore", "stalled"), calls);
  }
}
