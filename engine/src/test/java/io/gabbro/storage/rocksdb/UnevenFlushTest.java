package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.Pairs;
import io.gabbro.storage.WriteBatch;
import io.gabbro.type.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code recovery=truncate} in directories whose column families were not all flushed when one was:
 * what it leaves is a state that the database had, or it refuses.
 */
class UnevenFlushTest {
  private static final List<String> FAMILIES = List.of("rows", "first", "second", "third");

  private final Random random = SeededRandom.create();
  @TempDir Path temporary;

  @Test
  void truncatesBehindAMissingLogWhenNothingFlushedLiesBehind() throws IOException {
    Path directory;
    try (Database database = open(temporary.resolve("live"), "strict")) {
      write(database, 0, 100, "rows");
      write(database, 100, 150, "first");
      write(database, 150, 200, "second");
      flush(database, "first");
      write(database, 200, 300, "rows");
      flush(database, "second");
      write(database, 300, 400, "rows");
      directory = copy(temporary.resolve("live"), "copy");
    }
    List<Path> logs = logs(directory);
    assertEquals(3, logs.size());
    Files.delete(logs.get(1));
    assertThrows(GabbroException.class, () -> open(directory, "strict").close());
    assertEquals(200, prefixAfterTruncation(directory));
    assertEquals(200, prefixAfterTruncation(directory));
  }

  @Test
  void refusesWhenAColumnFamilyIsAheadOfTheDamage() throws IOException {
    Path directory;
    try (Database database = open(temporary.resolve("live"), "strict")) {
      write(database, 0, 100, "rows");
      write(database, 100, 200, "first");
      flush(database, "first");
      write(database, 200, 300, "rows");
      directory = copy(temporary.resolve("live"), "copy");
    }
    Path log = logs(directory).get(0);
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 4] ^= 1;
    Files.write(log, bytes);
    for (String recovery : List.of("strict", "truncate")) {
      GabbroException e =
          assertThrows(GabbroException.class, () -> open(directory, recovery).close());
      assertEquals(ErrorCode.DATABASE_CORRUPTED, e.code());
      assertTrue(e.hint().orElseThrow().contains("column family \"first\""), e.hint()::toString);
    }
    assertEquals(bytes.length, Files.size(log), "nothing was changed");
  }

  @Test
  void leavesAPrefixOrRefuses() throws IOException {
    Path directory;
    try (Database database = open(temporary.resolve("live"), "strict")) {
      for (int number = 0; number < 400; number++) {
        write(database, number, number + 1, FAMILIES.get(random.nextInt(FAMILIES.size())));
        if (random.nextInt(80) == 0) {
          flush(database, FAMILIES.get(random.nextInt(FAMILIES.size())));
        }
      }
      directory = copy(temporary.resolve("live"), "original");
    }
    for (int round = 0; round < 25; round++) {
      Path copy = copy(directory, "round" + round);
      List<Path> logs = logs(copy);
      damage(logs.get(random.nextInt(logs.size())), round % 3);
      try {
        prefixAfterTruncation(copy);
      } catch (GabbroException e) {
        assertEquals(ErrorCode.DATABASE_CORRUPTED, e.code());
        assertTrue(e.hint().orElseThrow().contains("would mix"), e.hint()::toString);
      }
    }
  }

  private void damage(Path log, int how) throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    if (bytes.length == 0 || how == 0) {
      Files.delete(log);
    } else if (how == 1) {
      Files.write(log, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    } else {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(log, bytes);
    }
  }

  private static void write(Database database, int from, int to, String name) {
    ColumnFamily family = database.createColumnFamily(name);
    for (int number = from; number < to; number++) {
      WriteBatch batch = new WriteBatch();
      batch.put(family, Pairs.bytes(String.format("%06d", number)), new byte[number % 7 * 50]);
      database.write(batch, number % 50 == 0 ? Durability.SYNC : Durability.OS);
    }
  }

  /** Compacting writes the memory table of this column family only, and begins a new log. */
  private static void flush(Database database, String name) {
    database.compact(database.createColumnFamily(name), KeyRange.all());
  }

  /** How many commits there are in all column families together; they must be the first ones. */
  private static int prefixAfterTruncation(Path directory) {
    SortedSet<String> found = new TreeSet<>();
    try (Database database = open(directory, "truncate")) {
      for (String name : database.columnFamilyNames()) {
        Pairs.all(database, database.columnFamily(name).orElseThrow(), null)
            .forEach(entry -> found.add(entry.substring(0, 6)));
      }
    }
    int number = 0;
    for (String key : found) {
      assertEquals(String.format("%06d", number++), key, "a gap");
    }
    return number;
  }

  private Path copy(Path directory, String name) throws IOException {
    Path copy = Files.createDirectories(temporary.resolve(name));
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("LOCK") && !file.endsWith(DirectoryLock.FILE_NAME)) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
    return copy;
  }

  private static List<Path> logs(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  private static Database open(Path directory, String recovery) {
    return RocksDatabase.open(
        directory, DatabaseOptions.defaults().with(Option.RECOVERY, recovery));
  }
}
