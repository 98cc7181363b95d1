package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.Pairs;
import io.gabbro.storage.WriteBatch;
import io.gabbro.type.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Damage in the midst of the logs is told; the unfinished end that a crash leaves is dropped. */
class DamagedLogTest {
  private static final int COMMITS = 400;

  private final Random random = SeededRandom.create();
  @TempDir Path temporary;

  @Test
  void refusesADamagedRecordWithValidOnesBehindIt() throws IOException {
    Path directory = oneLog();
    Path log = logs(directory).get(0);
    byte[] intact = Files.readAllBytes(log);
    for (int round = 0; round < 30; round++) {
      byte[] damaged = intact.clone();
      int place = random.nextInt(intact.length - 2000);
      switch (round % 3) {
        case 0 -> damaged[place] ^= (byte) (1 << random.nextInt(8));
        case 1 -> Arrays.fill(damaged, place, place + 1000, (byte) 0);
        default -> {
          byte[] garbage = new byte[1000];
          random.nextBytes(garbage);
          System.arraycopy(garbage, 0, damaged, place, garbage.length);
        }
      }
      Files.write(log, damaged);
      if (isPadding(intact, damaged)) {
        continue;
      }
      for (String mode : List.of("readwrite", "readonly")) {
        GabbroException e =
            assertThrows(GabbroException.class, () -> open(directory, mode).close(), mode);
        assertEquals(ErrorCode.DATABASE_CORRUPTED, e.code());
        assertTrue(e.getMessage().contains(log.toString()), e.getMessage());
        assertTrue(e.hint().orElseThrow().contains("recovery=truncate"));
      }
      assertEquals(intact.length, Files.size(log), "nothing was changed");
    }
  }

  /** Whether only bytes changed that stand between the last record of a block and its end. */
  private static boolean isPadding(byte[] intact, byte[] damaged) {
    for (int at = 0; at < intact.length; at++) {
      if (intact[at] != damaged[at] && at % 32768 < 32768 - 7) {
        return false;
      }
    }
    return true;
  }

  @Test
  void truncatesWhenAskedTo() throws IOException {
    Path directory = oneLog();
    Path log = logs(directory).get(0);
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    int kept;
    try (Database database = open(directory, "readwrite", "truncate")) {
      kept = prefix(database);
      assertTrue(kept > COMMITS / 3 && kept < COMMITS * 2 / 3, "kept " + kept);
      put(database, kept);
    }
    assertTrue(Files.exists(log.resolveSibling(log.getFileName() + ".damaged")));
    try (Database database = open(directory, "readwrite")) {
      assertEquals(kept + 1, prefix(database));
    }
  }

  @Test
  void keepsWhatEarlierRepairsHaveCutOff() throws IOException {
    Path directory = oneLog();
    Path log = logs(directory).get(0);
    Path earlier = log.resolveSibling(log.getFileName() + ".damaged");
    Files.writeString(earlier, "earlier");
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    open(directory, "readwrite", "truncate").close();
    assertEquals("earlier", Files.readString(earlier));
    assertArrayEquals(bytes, Files.readAllBytes(Path.of(earlier + "2")));
  }

  @Test
  void dropsAnEndThatIsNotWhole() throws IOException {
    Path directory = oneLog();
    Path log = logs(directory).get(0);
    byte[] intact = Files.readAllBytes(log);
    for (int round = 0; round < 12; round++) {
      Path copy = copy(directory, "round" + round);
      int length = random.nextInt(intact.length);
      byte[] tail = new byte[round % 3 == 0 ? 0 : intact.length - length];
      if (round % 3 == 1) {
        random.nextBytes(tail);
      }
      byte[] torn = Arrays.copyOf(intact, length + tail.length);
      System.arraycopy(tail, 0, torn, length, tail.length);
      Files.write(copy.resolve(log.getFileName()), torn);
      int readOnly = -1;
      try (Database database = open(copy, "readonly")) {
        readOnly = prefix(database);
      } catch (GabbroException e) {
        assertEquals(ErrorCode.DATABASE_CORRUPTED, e.code());
        assertTrue(e.hint().orElseThrow().contains("for writing once"));
        assertTrue(round % 3 > 0, "an end that is merely cut is not refused");
      }
      try (Database database = open(copy, "readwrite")) {
        assertTrue(readOnly < 0 || readOnly == prefix(database));
        assertTrue(prefix(database) >= (long) COMMITS * length / intact.length - 1);
      }
    }
  }

  /** RocksDB would read the same bytes for ever, when they look like a file that is used again. */
  @Test
  @Timeout(60)
  void cutsAnEndOffThatLooksLikeAnOlderFile() throws IOException {
    Path directory = oneLog();
    Path log = logs(directory).get(0);
    byte[] intact = Files.readAllBytes(log);
    for (int type = 0; type < 16; type++) {
      Path copy = copy(directory, "type" + type);
      byte[] noise = new byte[64];
      random.nextBytes(noise);
      noise[4] = 20;
      noise[5] = 0;
      noise[6] = (byte) type;
      byte[] torn = Arrays.copyOf(intact, intact.length + noise.length);
      System.arraycopy(noise, 0, torn, intact.length, noise.length);
      Path tornLog = copy.resolve(log.getFileName());
      Files.write(tornLog, torn);
      assertThrows(GabbroException.class, () -> open(copy, "readonly").close());
      assertEquals(torn.length, Files.size(tornLog));
      try (Database database = open(copy, "readwrite")) {
        assertEquals(COMMITS, prefix(database));
      }
    }
  }

  @Test
  void refusesADamagedLogThatOthersFollow() throws IOException {
    Path directory = threeLogs();
    List<Path> logs = logs(directory);
    assertEquals(3, logs.size());
    for (Path log : logs.subList(0, 2)) {
      byte[] intact = Files.readAllBytes(log);
      byte[] torn = Arrays.copyOf(intact, intact.length - 5);
      Files.write(log, torn);
      assertDamaged(directory, log.getFileName().toString());
      Files.write(log, Arrays.copyOf(intact, intact.length / 2));
      assertDamaged(directory, log.getFileName().toString());
      Files.write(log, new byte[0]);
      assertDamaged(directory, "WAL");
      Files.delete(log);
      assertDamaged(directory, "WAL");
      Files.write(log, intact);
      try (Database database = open(copy(directory, "intact-" + log.getFileName()), "readwrite")) {
        assertEquals(COMMITS, prefix(database));
      }
    }
  }

  @Test
  void tellsThatTheEndOfTheListOfFilesIsLost() throws IOException {
    Path live = temporary.resolve("live");
    Path directory;
    try (Database database = open(live, "readwrite")) {
      for (int number = 0; number < COMMITS; number++) {
        put(database, number);
        if (number == COMMITS / 2) {
          database.flush();
        }
      }
      directory = copy(live, "one");
    }
    Path manifest = directory.resolve(Files.readString(directory.resolve("CURRENT")).strip());
    byte[] intact = Files.readAllBytes(manifest);
    int told = 0;
    for (int length = 0; length < intact.length; length += 1 + random.nextInt(20)) {
      Files.write(manifest, Arrays.copyOf(intact, length));
      try (Database database = open(directory, "readonly")) {
        assertEquals(COMMITS, prefix(database), "cut at " + length);
      } catch (GabbroException e) {
        assertEquals(ErrorCode.DATABASE_CORRUPTED, e.code(), e.getMessage());
        told++;
      }
    }
    assertTrue(told > 3, "told " + told);
  }

  @Test
  void looksOnlyAtLogsWithChangesThatNoTableHas() throws IOException {
    Path directory = oneLog();
    Path log = logs(directory).get(0);
    byte[] old = Files.readAllBytes(log);
    try (Database database = open(directory, "readwrite")) {
      assertFalse(Files.exists(log), "an open writes tables");
      put(database, COMMITS);
    }
    old[old.length / 2] ^= 1;
    Files.write(log, old);
    try (Database database = open(directory, "readwrite")) {
      assertEquals(COMMITS + 1, prefix(database));
    }
  }

  @Test
  void readsLogsThatAreUsedAgain() throws RocksDBException, IOException {
    RocksDB.loadLibrary();
    Path directory = temporary.resolve("recycled");
    try (DBOptions options = new DBOptions().setCreateIfMissing(true).setRecycleLogFileNum(2);
        org.rocksdb.WriteOptions write = new org.rocksdb.WriteOptions();
        FlushOptions flush = new FlushOptions()) {
      List<ColumnFamilyHandle> handles = new ArrayList<>();
      try (RocksDB rocks =
          RocksDB.open(
              options,
              directory.toString(),
              List.of(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY)),
              handles)) {
        for (int round = 0; round < 5; round++) {
          for (int key = 0; key < 1000 - 150 * round; key++) {
            byte[] value = new byte[random.nextInt(200)];
            random.nextBytes(value);
            rocks.put(write, Pairs.bytes(round + "/" + key), value);
          }
          if (round < 4) {
            rocks.flush(flush);
          }
        }
        copy(directory, "copy");
        handles.forEach(ColumnFamilyHandle::close);
      }
    }
    Path copy = temporary.resolve("copy");
    for (String mode : List.of("readonly", "readwrite")) {
      try (Database database = open(copy, mode)) {
        ColumnFamily family = database.columnFamily("default").orElseThrow();
        assertEquals(1000 + 850 + 700 + 550 + 400, Pairs.all(database, family, null).size(), mode);
      }
    }
  }

  private void assertDamaged(Path directory, String named) {
    for (String mode : List.of("readwrite", "readonly")) {
      GabbroException e =
          assertThrows(GabbroException.class, () -> open(directory, mode).close(), mode);
      assertEquals(ErrorCode.DATABASE_CORRUPTED, e.code());
      assertTrue(e.getMessage().contains(named), e.getMessage());
      assertTrue(e.hint().orElseThrow().contains("recovery=truncate"));
    }
  }

  /** A directory as a kill leaves it: all commits in one log. */
  private Path oneLog() throws IOException {
    Path live = temporary.resolve("live");
    try (Database database = open(live, "readwrite")) {
      for (int number = 0; number < COMMITS; number++) {
        put(database, number);
      }
      return copy(live, "one");
    }
  }

  /** A directory with three logs, of which none is obsolete: "rows" is in no table. */
  private Path threeLogs() throws IOException {
    Path live = temporary.resolve("live");
    open(live, "readwrite").close();
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (RocksSettings settings =
            new RocksSettings(DatabaseOptions.defaults(), ForeignSettings.of(live), true);
        FlushOptions flush = new FlushOptions();
        RocksDB rocks =
            RocksDB.open(
                settings.database().setCreateMissingColumnFamilies(true),
                live.toString(),
                List.of(
                    new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY),
                    new ColumnFamilyDescriptor(Pairs.bytes("rows"))),
                handles)) {
      for (int number = 0; number < COMMITS; number++) {
        byte[] key = Pairs.bytes(String.format("%06d", number));
        rocks.put(handles.get(1), settings.writeModes().of(true, false), key, new byte[200]);
        if (number % 150 == 149) {
          rocks.put(handles.get(0), settings.writeModes().of(true, false), key, key);
          rocks.flush(flush, handles.get(0));
        }
      }
      Path copy = copy(live, "three");
      handles.forEach(ColumnFamilyHandle::close);
      return copy;
    } catch (RocksDBException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(Database database, int number) {
    ColumnFamily rows = database.createColumnFamily("rows");
    WriteBatch batch = new WriteBatch();
    batch.put(rows, Pairs.bytes(String.format("%06d", number)), new byte[number % 7 * 50]);
    database.write(batch, number % 50 == 0 ? Durability.SYNC : Durability.OS);
  }

  /** How many commits there are; they must be the first ones. */
  private static int prefix(Database database) {
    ColumnFamily rows = database.columnFamily("rows").orElse(null);
    if (rows == null) {
      return 0;
    }
    List<String> entries = Pairs.all(database, rows, null);
    for (int number = 0; number < entries.size(); number++) {
      assertTrue(entries.get(number).startsWith(String.format("%06d", number)), "a gap");
    }
    return entries.size();
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

  private static Database open(Path directory, String mode) {
    return open(directory, mode, "strict");
  }

  private static Database open(Path directory, String mode, String recovery) {
    return RocksDatabase.open(
        directory,
        DatabaseOptions.defaults().with(Option.MODE, mode).with(Option.RECOVERY, recovery));
  }
}
