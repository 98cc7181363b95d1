package io.gabbro.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.storage.Backup;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BACKUP, SHOW BACKUPS, VERIFY BACKUP and RESTORE. */
final class BackupTest {
  private static final Map<String, String> FILES = Map.of("file_access", "true");

  @TempDir Path directory;
  private Path database;
  private Path backups;
  private Path target;

  @BeforeEach
  void nameDirectories() {
    database = directory.resolve("db");
    backups = directory.resolve("backups");
    target = directory.resolve("restored");
  }

  private SqlTester open(Path path) {
    return new SqlTester(path.toString(), FILES);
  }

  private static List<Path> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Makes a database with a row for each of two backups. */
  private void makeTwoBackups() {
    try (SqlTester sql = open(database)) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
      sql.run("INSERT INTO t VALUES (1, repeat('x', 10000))");
      sql.run("BACKUP TO '" + backups + "'");
      sql.run("INSERT INTO t VALUES (2, 'y')");
      sql.run("BACKUP DATABASE TO '" + backups + "'");
      sql.run("INSERT INTO t VALUES (3, 'z')");
    }
  }

  @Test
  void eachBackupIsTheStateOfItsTime() {
    makeTwoBackups();
    try (SqlTester sql = SqlTester.inMemory()) {
      assertEquals(2, sql.run("SHOW BACKUPS IN '" + backups + "'").size());
      assertTrue(
          sql.run("RESTORE FROM '" + backups + "' TO '" + target + "'").get(0).startsWith("2|"));
      sql.run("RESTORE BACKUP 1 FROM '" + backups + "' TO '" + target + "1'");
    }
    try (SqlTester sql = open(target)) {
      sql.check("SELECT a, length(b) FROM t", "1|10000", "2|1");
      sql.run("INSERT INTO t VALUES (4, 'w')");
      sql.check("SELECT count(*) FROM t", "3");
    }
    try (SqlTester sql = open(Path.of(target + "1"))) {
      sql.check("SELECT a FROM t", "1");
    }
    try (SqlTester sql = open(database)) {
      sql.check("SELECT a FROM t", "1", "2", "3");
    }
  }

  @Test
  void backupsShareFilesAndSayWhatTheyAre() throws IOException {
    try (SqlTester sql = open(database)) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
      sql.run("INSERT INTO t VALUES (1, '" + "random".repeat(50_000) + "')");
      Backup first = sql.database().backup(backups);
      long filesOfOne = files(backups).stream().mapToLong(file -> file.toFile().length()).sum();
      Backup second = sql.database().backup(backups);
      long filesOfTwo = files(backups).stream().mapToLong(file -> file.toFile().length()).sum();
      assertEquals(1, first.id());
      assertEquals(2, second.id());
      assertTrue(second.bytes() > 300_000, second.toString());
      assertTrue(filesOfTwo - filesOfOne < 100_000, filesOfOne + " and " + filesOfTwo);
      assertEquals(second, Gabbro.verifyBackup(backups));
      assertEquals(List.of(first, second), Gabbro.backups(backups));
      sql.check(
          "SHOW BACKUPS IN '" + backups + "'",
          Stream.of(first, second)
              .map(
                  backup ->
                      backup.id()
                          + "|"
                          + backup.time().atOffset(java.time.ZoneOffset.UTC)
                          + "|"
                          + backup.bytes()
                          + "|"
                          + backup.files()
                          + "|null")
              .toArray(String[]::new));
    }
    assertEquals(2, Gabbro.restore(backups, target).id());
  }

  @Test
  void olderBackupsAreDeletedBeyondThoseToKeep() {
    try (SqlTester sql = open(database)) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      for (int number = 1; number <= 4; number++) {
        sql.run("INSERT INTO t VALUES (?)", number);
        sql.run("BACKUP TO '" + backups + "' WITH (keep 2)");
      }
      assertEquals(List.of(3, 4), Gabbro.backups(backups).stream().map(Backup::id).toList());
      sql.run("RESTORE BACKUP 3 FROM '" + backups + "' TO '" + target + "'");
      GabbroException gone =
          sql.fails(
              ErrorCode.UNDEFINED_FILE,
              "RESTORE BACKUP 1 FROM '" + backups + "' TO '" + target + "1'");
      assertEquals("there are: 3, 4", gone.hint().orElseThrow());
      sql.fails(ErrorCode.INVALID_OPTION, "BACKUP TO '" + backups + "' WITH (keep 0)");
      sql.fails(ErrorCode.UNDEFINED_OPTION, "BACKUP TO '" + backups + "' WITH (kept 1)");
    }
    try (SqlTester sql = open(target)) {
      sql.check("SELECT a FROM t", "1", "2", "3");
    }
  }

  @Test
  void backupIsOneStateWhileOthersWrite() throws Exception {
    try (SqlTester sql = open(database)) {
      sql.run("CREATE TABLE a (n INTEGER PRIMARY KEY)");
      sql.run("CREATE TABLE b (n INTEGER PRIMARY KEY)");
      AtomicBoolean done = new AtomicBoolean();
      Thread writer =
          new Thread(
              () -> {
                try (SqlTester other = open(database)) {
                  for (int number = 0; !done.get(); number++) {
                    other.run("BEGIN");
                    other.run("INSERT INTO a VALUES (?)", number);
                    other.run("INSERT INTO b VALUES (?)", number);
                    other.run("COMMIT");
                  }
                }
              });
      writer.start();
      try {
        for (int number = 0; number < 5; number++) {
          sql.run("BACKUP TO '" + backups + "'");
        }
      } finally {
        done.set(true);
        writer.join();
      }
      for (int id = 1; id <= 5; id++) {
        sql.run("RESTORE BACKUP " + id + " FROM '" + backups + "' TO '" + target + id + "'");
        try (SqlTester restored = open(Path.of(target + "" + id))) {
          List<String> rows = restored.run("SELECT count(*), max(n) + 1 FROM a");
          assertEquals(rows, restored.run("SELECT count(*), max(n) + 1 FROM b"));
          String[] counts = rows.get(0).split("\\|");
          assertTrue(counts[0].equals("0") || counts[0].equals(counts[1]), rows.toString());
        }
      }
    }
  }

  @Test
  void statementsNeedTheRightToFiles() {
    try (SqlTester sql = new SqlTester("mem:", Map.of())) {
      for (String statement :
          List.of(
              "BACKUP TO '/b'",
              "SHOW BACKUPS IN '/b'",
              "VERIFY BACKUP IN '/b'",
              "RESTORE FROM '/b' TO '/d'")) {
        sql.fails(ErrorCode.INSUFFICIENT_PRIVILEGE, statement);
      }
    }
    try (SqlTester sql = SqlTester.inMemory()) {
      sql.fails(ErrorCode.UNSUPPORTED, "BACKUP TO '" + backups + "'");
      sql.check("CHECKPOINT", "[0]");
    }
    assertFalse(Files.exists(backups));
  }

  @Test
  void databaseThatIsOnlyReadCannotBeBackedUp() {
    makeTwoBackups();
    for (String mode : List.of("readonly", "secondary")) {
      try (SqlTester sql =
          new SqlTester(database.toString(), Map.of("file_access", "true", "mode", mode))) {
        sql.fails(ErrorCode.READ_ONLY, "BACKUP TO '" + backups + "'");
        sql.fails(ErrorCode.READ_ONLY, "CHECKPOINT");
        assertEquals(2, sql.run("SHOW BACKUPS IN '" + backups + "'").size());
        sql.run("VERIFY BACKUP IN '" + backups + "'");
      }
    }
  }

  @Test
  void damagedAndMissingFilesAreNamed() throws IOException {
    makeTwoBackups();
    Path shared =
        backups.resolve(
            Files.readAllLines(backups.resolve("meta/2")).stream()
                .filter(line -> line.startsWith("shared_checksum"))
                .findFirst()
                .orElseThrow()
                .split(" ")[0]);
    Path manifest =
        files(backups.resolve("private/2")).stream()
            .filter(file -> file.getFileName().toString().startsWith("MANIFEST"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(shared);
    bytes[bytes.length / 2] ^= 1;
    Files.write(shared, bytes);
    Files.delete(manifest);
    try (SqlTester sql = SqlTester.inMemory()) {
      GabbroException error =
          sql.fails(ErrorCode.DATABASE_CORRUPTED, "VERIFY BACKUP 2 IN '" + backups + "'");
      assertTrue(error.getMessage().contains(shared.getFileName().toString()), error.getMessage());
      assertTrue(
          error.getMessage().contains(manifest.getFileName() + " is missing"), error.getMessage());
      assertTrue(sql.run("SHOW BACKUPS IN '" + backups + "'").get(1).endsWith(" is missing"));
      sql.fails(ErrorCode.DATABASE_CORRUPTED, "RESTORE FROM '" + backups + "' TO '" + target + "'");
      assertEquals(List.of("gabbro.lock"), names(files(target)));
      Files.writeString(backups.resolve("meta/2"), "nonsense");
      sql.fails(ErrorCode.DATABASE_CORRUPTED, "SHOW BACKUPS IN '" + backups + "'");
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void nothingIsRestoredOverFiles() throws IOException {
    makeTwoBackups();
    try (SqlTester open = open(target)) {
      open.run("CREATE TABLE other (a INTEGER)");
      open.fails(ErrorCode.INVALID_ARGUMENT, "RESTORE FROM '" + backups + "' TO '" + target + "'");
      open.check("SELECT * FROM other");
    }
    Files.createDirectories(directory.resolve("full"));
    Files.writeString(directory.resolve("full/notes.txt"), "mine");
    assertEquals(
        ErrorCode.INVALID_ARGUMENT,
        assertThrows(
                GabbroException.class, () -> Gabbro.restore(backups, directory.resolve("full")))
            .code());
    assertEquals(List.of("notes.txt"), names(files(directory.resolve("full"))));
  }

  @Test
  void listsThatNameOtherFilesThanThoseOfADatabaseAreRefused() throws IOException {
    makeTwoBackups();
    Path list = backups.resolve("meta/2");
    String intact = Files.readString(list, ISO_8859_1);
    String current = "private/2/CURRENT ";
    assertTrue(intact.contains(current));
    for (String name : List.of("gabbro.lock", ".", "..", "a\\b", "a:b", "")) {
      String changed = intact.replace(current, "private/2/" + name + " ");
      Files.writeString(list, changed, ISO_8859_1);
      assertDamaged(name);
    }
    Files.writeString(list, intact.replaceFirst("\\d+", Long.toString(Long.MAX_VALUE)), ISO_8859_1);
    assertDamaged("time");
  }

  private void assertDamaged(String what) {
    GabbroException error =
        assertThrows(GabbroException.class, () -> Gabbro.restore(backups, target), what);
    assertEquals(ErrorCode.DATABASE_CORRUPTED, error.code(), what);
    assertFalse(Files.exists(target), what);
  }

  @Test
  void nothingIsDeletedBesideADamagedBackup() throws IOException {
    try (SqlTester sql = open(database)) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      sql.run("INSERT INTO t VALUES (1)");
      sql.run("BACKUP TO '" + backups + "'");
      Files.delete(backups.resolve("private/1/CURRENT"));
      List<Path> before = files(backups);
      sql.run("DROP TABLE t");
      sql.run("CHECKPOINT");
      sql.run("BACKUP TO '" + backups + "' WITH (keep 1)");
      assertTrue(files(backups).containsAll(before), "files of a damaged backup are kept");
      assertEquals(List.of(1, 2), Gabbro.backups(backups).stream().map(Backup::id).toList());
    }
  }

  @Test
  void directoriesThatAreMadeBelongToTheirOwner() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    makeTwoBackups();
    Gabbro.restore(backups, target);
    for (Path made : List.of(backups, target)) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }
  }

  @Test
  void directoriesThatCannotHoldBackupsAreRefused() throws IOException {
    Files.createDirectories(directory.resolve("other"));
    Files.writeString(directory.resolve("other/notes.txt"), "mine");
    try (SqlTester sql = open(database)) {
      sql.fails(ErrorCode.INVALID_ARGUMENT, "BACKUP TO '" + database + "'");
      sql.fails(ErrorCode.INVALID_ARGUMENT, "BACKUP TO '" + database.resolve("b") + "'");
      assertFalse(Files.exists(database.resolve("b")));
      sql.fails(ErrorCode.INVALID_ARGUMENT, "BACKUP TO '" + directory + "'");
      sql.fails(ErrorCode.INVALID_ARGUMENT, "BACKUP TO '" + directory.resolve("other") + "'");
      sql.fails(ErrorCode.IO_ERROR, "BACKUP TO '" + directory.resolve("other/notes.txt") + "'");
      sql.fails(ErrorCode.UNDEFINED_FILE, "SHOW BACKUPS IN '" + backups + "'");
      sql.fails(ErrorCode.UNDEFINED_FILE, "VERIFY BACKUP IN '" + backups + "'");
      sql.fails(ErrorCode.UNDEFINED_FILE, "RESTORE FROM '" + backups + "' TO '" + target + "'");
      assertFalse(Files.exists(backups));
    }
  }

  @Test
  void directoryHasBackupsOfOneDatabase() throws IOException {
    makeTwoBackups();
    try (SqlTester other = open(directory.resolve("other"))) {
      other.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      List<Path> before = files(backups);
      GabbroException error =
          other.fails(ErrorCode.INVALID_ARGUMENT, "BACKUP TO '" + backups + "' WITH (keep 1)");
      assertTrue(error.getMessage().contains("another database"), error.getMessage());
      assertEquals(before, files(backups));
      other.run("RESTORE FROM '" + backups + "' TO '" + target + "'");
    }
    try (SqlTester restored = open(target)) {
      restored.run("BACKUP TO '" + backups + "'");
    }
    assertEquals(3, Gabbro.verifyBackup(backups).id());
  }

  @Test
  void cancellingEndsABackupBeforeItCopies() {
    try (SqlTester sql = open(database)) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      PreparedPlan plan = sql.session().prepare("BACKUP TO '" + backups + "'");
      Parameters none = new Parameters(plan.parameterTypes());
      none.endRow();
      Cancellation cancelled = new Cancellation();
      cancelled.cancel();
      GabbroException error =
          assertThrows(GabbroException.class, () -> plan.execute(none, cancelled));
      assertEquals(ErrorCode.QUERY_CANCELED, error.code());
      sql.fails(ErrorCode.UNDEFINED_FILE, "SHOW BACKUPS IN '" + backups + "'");
      sql.run("BACKUP TO '" + backups + "'");
    }
  }

  @Test
  void cancellingEndsVerifyingAndRestoring() throws IOException {
    makeTwoBackups();
    try (SqlTester sql = SqlTester.inMemory()) {
      for (String statement :
          List.of(
              "VERIFY BACKUP IN '" + backups + "'",
              "RESTORE FROM '" + backups + "' TO '" + target + "'")) {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        PreparedPlan plan = sql.session().prepare(statement);
        Parameters none = new Parameters(plan.parameterTypes());
        none.endRow();
        GabbroException error =
            assertThrows(GabbroException.class, () -> plan.execute(none, cancelled));
        assertEquals(ErrorCode.QUERY_CANCELED, error.code());
      }
      assertEquals(List.of("gabbro.lock"), names(files(target)));
      sql.run("RESTORE FROM '" + backups + "' TO '" + target + "'");
    }
  }
}
