package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.monitor.Tracers;
import io.gabbro.storage.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

@Timeout(60)
final class BatchWriterTest {
  private static final int WRITE_BUFFER = 64 << 10;
  private static final byte[] VALUE = new byte[10_000];

  @TempDir Path directory;

  private Options options;
  private RocksStatistics statistics;
  private WriteModes modes;
  private RocksDB rocks;
  private BatchWriter writer;

  @BeforeEach
  void open() throws RocksDBException {
    options =
        new Options()
            .setCreateIfMissing(true)
            .setManualWalFlush(true)
            .setWriteBufferSize(WRITE_BUFFER)
            .setMaxWriteBufferNumber(2);
    statistics = new RocksStatistics(Tracers.active());
    modes = new WriteModes();
    rocks = RocksDB.open(options, directory.toString());
    writer = new BatchWriter(rocks, modes, statistics, true, new UseGuard("the database"));
  }

  @AfterEach
  void close() {
    writer.close();
    rocks.close();
    modes.close();
    statistics.close();
    options.close();
  }

  private void write(String key, Durability durability, Runnable whileStalled)
      throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      batch.put(key.getBytes(UTF_8), VALUE);
      writer.write(batch, durability, whileStalled);
    }
  }

  private byte[] get(String key) throws RocksDBException {
    return rocks.get(key.getBytes(UTF_8));
  }

  /** Writes until the memory tables are full, which nobody empties; the key that did not fit. */
  private String fill() throws RocksDBException {
    rocks.pauseBackgroundWork();
    for (int count = 0; ; count++) {
      String key = "key" + count;
      try {
        write(
            key,
            Durability.OS,
            () -> {
              throw new GabbroException(ErrorCode.QUERY_CANCELED, "statement timeout");
            });
      } catch (GabbroException e) {
        assertEquals(ErrorCode.QUERY_CANCELED, e.code());
        return key;
      }
      assertTrue(count < 1000, "the store took everything");
    }
  }

  @Test
  void whoWaitsForTheStoreCanGiveUp() throws RocksDBException {
    String key = fill();
    assertNull(get(key));
    rocks.continueBackgroundWork();
    write(key, Durability.OS, () -> {});
    assertArrayEquals(VALUE, get(key));
    assertTrue(statistics.stalls() > 0);
  }

  @Test
  void whoWaitsForTheStoreGoesOnWhenItCan() throws RocksDBException {
    String key = fill();
    AtomicInteger checks = new AtomicInteger();
    write(
        key,
        Durability.SYNC,
        () -> {
          if (checks.incrementAndGet() == 5) {
            continueWork();
          }
        });
    assertTrue(checks.get() >= 5);
    assertArrayEquals(VALUE, get(key));
  }

  private void continueWork() {
    try {
      rocks.continueBackgroundWork();
    } catch (RocksDBException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void interruptEndsTheWait() throws RocksDBException {
    String key = fill();
    Thread.currentThread().interrupt();
    GabbroException error =
        assertThrows(GabbroException.class, () -> write(key, Durability.OS, () -> {}));
    assertEquals(ErrorCode.QUERY_CANCELED, error.code());
    assertTrue(Thread.interrupted());
    rocks.continueBackgroundWork();
    assertNull(get(key));
  }

  @Test
  void durabilitySaysWhenTheLogLeavesTheProcess() throws Exception {
    long before = logBytes();
    write("none", Durability.NONE, () -> {});
    assertEquals(before, logBytes());
    write("os", Durability.OS, () -> {});
    long both = logBytes();
    assertTrue(both > before + 2L * VALUE.length, () -> before + " " + both);
    write("none too", Durability.NONE, () -> {});
    assertEquals(both, logBytes());
    while (logBytes() == both) {
      Thread.sleep(50);
    }
    write("none again", Durability.NONE, () -> {});
    long flushed = logBytes();
    writer.close();
    assertTrue(logBytes() > flushed + VALUE.length);
  }

  private long logBytes() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
