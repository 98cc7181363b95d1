package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Database;
import io.gabbro.storage.Pairs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/** One writer a directory: in this process, in another, and in a program that is not Gabbro. */
class DirectoryLockTest {
  @TempDir Path directory;

  @Test
  void refusesASecondProcessAndNamesTheFirst() throws Exception {
    try (Database database = RocksDatabase.open(directory, DatabaseOptions.defaults());
        StoreProcess other = StoreProcess.start("open", directory)) {
      assertEquals("DATABASE_LOCKED", other.readLine());
      assertEquals(
          "the database directory \""
              + directory
              + "\" is in use by the process with PID "
              + ProcessHandle.current().pid(),
          other.readLine());
      String hint = other.readLine();
      assertTrue(hint.contains("mode=readonly") && hint.contains("mode=secondary"), hint);
      assertEquals(0, other.waitFor());
      database.createColumnFamily("still usable");
    }
    try (StoreProcess other = StoreProcess.start("open", directory)) {
      assertEquals("opened", other.readLine());
    }
  }

  @Test
  void takesOverFromAKilledProcess() throws Exception {
    try (StoreProcess other = StoreProcess.start("hold", directory)) {
      assertEquals("opened", other.readLine());
      GabbroException e =
          assertThrows(
              GabbroException.class,
              () -> RocksDatabase.open(directory, DatabaseOptions.defaults()));
      assertEquals(ErrorCode.DATABASE_LOCKED, e.code());
      assertTrue(e.getMessage().endsWith("PID " + other.pid()), e.getMessage());
      other.kill();
      RocksDatabase.open(directory, DatabaseOptions.defaults()).close();
    }
  }

  @Test
  void refusesASecondDatabaseObjectInThisProcess() throws Exception {
    Path link = directory.resolveSibling(directory.getFileName() + "-link");
    Files.createSymbolicLink(link, directory);
    Database database = RocksDatabase.open(directory, DatabaseOptions.defaults());
    for (int attempt = 0; attempt < 2; attempt++) {
      GabbroException e =
          assertThrows(
              GabbroException.class, () -> RocksDatabase.open(link, DatabaseOptions.defaults()));
      assertEquals(ErrorCode.DATABASE_LOCKED, e.code());
      assertTrue(e.getMessage().contains("this process"), e.getMessage());
    }
    try (StoreProcess other = StoreProcess.start("open", directory)) {
      assertEquals("DATABASE_LOCKED", other.readLine(), "the lock is still held");
    }
    database.close();
    RocksDatabase.open(link, DatabaseOptions.defaults()).close();
    Files.delete(link);
  }

  @Test
  void refusesADirectoryThatAnotherProgramHolds() throws Exception {
    RocksDB.loadLibrary();
    try (Options options = new Options().setCreateIfMissing(true);
        RocksDB foreign = RocksDB.open(options, directory.toString())) {
      assertTrue(foreign.isOwningHandle());
      GabbroException e =
          assertThrows(
              GabbroException.class,
              () -> RocksDatabase.open(directory, DatabaseOptions.defaults()));
      assertEquals(ErrorCode.DATABASE_LOCKED, e.code());
      assertTrue(e.getMessage().contains("other than Gabbro"), e.getMessage());
    }
    RocksDatabase.open(directory, DatabaseOptions.defaults()).close();
  }

  @Test
  void leavesTheLogsOfAnotherProgramAlone() throws Exception {
    RocksDB.loadLibrary();
    try (Options options = new Options().setCreateIfMissing(true);
        RocksDB foreign = RocksDB.open(options, directory.toString())) {
      for (int number = 0; number < 100; number++) {
        foreign.put(Pairs.bytes("" + number), new byte[100]);
      }
      Path log;
      try (Stream<Path> files = Files.list(directory)) {
        log = files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
      }
      byte[] bytes = Files.readAllBytes(log);
      bytes[bytes.length / 2] ^= 1;
      Files.write(log, bytes);
      for (String recovery : List.of("strict", "truncate")) {
        DatabaseOptions how = DatabaseOptions.defaults().with(Option.RECOVERY, recovery);
        GabbroException e =
            assertThrows(GabbroException.class, () -> RocksDatabase.open(directory, how));
        assertEquals(ErrorCode.DATABASE_LOCKED, e.code(), e.getMessage());
        assertArrayEquals(bytes, Files.readAllBytes(log));
      }
      try (StoreProcess other = StoreProcess.start("open", directory)) {
        assertEquals("DATABASE_LOCKED", other.readLine(), "the other program still has its lock");
      }
    }
  }
}
