package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Database;
import io.gabbro.storage.Pairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/** Logs that other programs have compressed ({@code wal_compression}). */
class CompressedLogTest {
  private static final int ROWS = 300;

  @TempDir Path temporary;

  @Test
  void readsThem() throws Exception {
    Path copy = temporary.resolve("copy");
    write(temporary.resolve("live"), 0, true, copy);
    assertEquals(2, logs(copy).size());
    for (String mode : List.of("readonly", "readwrite")) {
      assertEquals(ROWS, rows(copy, mode), mode);
    }
  }

  @Test
  void dropsAnEndThatIsNotWhole() throws Exception {
    Path copy = temporary.resolve("copy");
    write(temporary.resolve("live"), 0, false, copy);
    cutEnd(copy);
    assertEquals(ROWS - 1, rows(copy, "readonly"));
    assertEquals(ROWS - 1, rows(copy, "readwrite"));
  }

  @Test
  void readsThoseThatFollowOneWhoseEndWasDropped() throws Exception {
    Path torn = temporary.resolve("torn");
    write(temporary.resolve("live"), 0, false, torn);
    cutEnd(torn);
    Path copy = temporary.resolve("copy");
    write(torn, ROWS - 1, false, copy);
    assertEquals(2, logs(copy).size());
    assertEquals(2 * ROWS - 1, rows(copy, "readonly"));
    assertEquals(2 * ROWS - 1, rows(copy, "readwrite"));
  }

  @Test
  void refusesDamage() throws Exception {
    Path copy = temporary.resolve("copy");
    write(temporary.resolve("live"), 0, false, copy);
    Path log = logs(copy).get(0);
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    GabbroException e = assertThrows(GabbroException.class, () -> rows(copy, "readwrite"));
    assertEquals(ErrorCode.DATABASE_CORRUPTED, e.code());
  }

  /**
   * Writes rows as another program does, and copies the directory as a kill leaves it.
   *
   * @param inTwoLogs whether another column family is flushed half-way, which begins a new log
   */
  private static void write(Path directory, int from, boolean inTwoLogs, Path copy)
      throws RocksDBException, IOException {
    RocksDB.loadLibrary();
    Properties properties = new Properties();
    properties.setProperty("wal_compression", "kZSTD");
    properties.setProperty("track_and_verify_wals_in_manifest", "true");
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (DBOptions options =
            DBOptions.getDBOptionsFromProps(properties)
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setAvoidFlushDuringRecovery(true);
        WriteOptions write = new WriteOptions();
        FlushOptions flush = new FlushOptions();
        RocksDB rocks =
            RocksDB.open(
                options,
                directory.toString(),
                List.of(
                    new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY),
                    new ColumnFamilyDescriptor(Pairs.bytes("other"))),
                handles)) {
      for (int number = from; number < from + ROWS; number++) {
        rocks.put(write, Pairs.bytes(String.format("%06d", number)), new byte[200]);
        if (inTwoLogs && number == from + ROWS / 2) {
          rocks.put(handles.get(1), write, new byte[1], new byte[1]);
          rocks.flush(flush, handles.get(1));
        }
      }
      copy(directory, copy);
      handles.forEach(ColumnFamilyHandle::close);
    }
  }

  private static int rows(Path directory, String mode) {
    try (Database database =
        RocksDatabase.open(directory, DatabaseOptions.defaults().with(Option.MODE, mode))) {
      List<String> rows = Pairs.all(database, database.columnFamily("default").orElseThrow(), null);
      for (int number = 0; number < rows.size(); number++) {
        assertTrue(rows.get(number).startsWith(String.format("%06d", number)), "a gap");
      }
      return rows.size();
    }
  }

  private static void cutEnd(Path directory) throws IOException {
    Path log = logs(directory).get(0);
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length - 3));
  }

  private static void copy(Path directory, Path copy) throws IOException {
    Files.createDirectories(copy);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("LOCK")) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
  }

  private static List<Path> logs(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".log") && file.toFile().length() > 0)
          .sorted()
          .toList();
    }
  }
}
