package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which directories become a database, and which are refused. */
class DatabaseDirectoryTest {
  @TempDir Path directory;

  @Test
  void makesMissingDirectories() {
    Path path = directory.resolve("a/b/c");
    RocksDatabase.open(path, DatabaseOptions.defaults()).close();
    assertTrue(Files.exists(path.resolve("CURRENT")));
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "text");
    assertFails(ErrorCode.IO_ERROR, file, "there is a file of that name");
    assertFails(ErrorCode.IO_ERROR, file.resolve("below"), "cannot create");
    assertEquals("text", Files.readString(file));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesADirectoryThatCannotBeWritten() {
    assertFails(ErrorCode.IO_ERROR, Path.of("/proc/gabbro/db"), "cannot create");
    assertFails(ErrorCode.UNSUPPORTED_FORMAT, Path.of("/proc"), "is not empty");
  }

  @Test
  void refusesADirectoryWithOtherFiles() throws IOException {
    Files.writeString(directory.resolve("photo.jpg"), "…");
    assertFails(ErrorCode.UNSUPPORTED_FORMAT, directory, "is not empty and holds no database");
    try (var files = Files.list(directory)) {
      assertEquals(1, files.count(), "nothing was written");
    }
  }

  @Test
  void acceptsWhatACutShortStartAndOperatingSystemsLeave() throws IOException {
    Files.createDirectory(directory.resolve("lost+found"));
    for (String name :
        new String[] {".hidden", "LOG", "LOCK", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"}) {
      Files.writeString(directory.resolve(name), "");
    }
    RocksDatabase.open(directory, DatabaseOptions.defaults()).close();
  }

  @Test
  void doesNotMakeANewDatabaseOverTheDataOfAnother() throws IOException {
    try (Database database = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      Pairs.put(database, database.createColumnFamily("rows"), "k", "v");
    }
    byte[] current = Files.readAllBytes(directory.resolve("CURRENT"));
    Files.delete(directory.resolve("CURRENT"));
    assertFails(ErrorCode.DATABASE_CORRUPTED, directory, "has lost its file CURRENT");
    Files.write(directory.resolve("CURRENT"), current);
    try (Database database = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      assertEquals(
          "v", Pairs.get(database, database.columnFamily("rows").orElseThrow(), null, "k"));
    }
  }

  @Test
  void readsOnlyWhatExists() {
    for (String mode : new String[] {"readonly", "secondary"}) {
      DatabaseOptions options = DatabaseOptions.defaults().with(Option.MODE, mode);
      Path missing = directory.resolve("missing");
      assertFails(ErrorCode.UNDEFINED_FILE, missing, "does not exist", options);
      assertFalse(Files.exists(missing));
      assertFails(ErrorCode.UNDEFINED_FILE, directory, "holds no database", options);
    }
  }

  private static void assertFails(ErrorCode code, Path path, String message) {
    assertFails(code, path, message, DatabaseOptions.defaults());
  }

  private static void assertFails(
      ErrorCode code, Path path, String message, DatabaseOptions options) {
    GabbroException e =
        assertThrows(GabbroException.class, () -> RocksDatabase.open(path, options));
    assertEquals(code, e.code(), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
  }
}
