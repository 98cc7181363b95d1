package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read what a database makes. */
class FilePermissionsTest {
  @TempDir Path parent;

  @BeforeEach
  void needPosix() {
    assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void directoriesThatAreMadeBelongToTheirOwner() throws IOException {
    Path directory = parent.resolve("a").resolve("b");
    try (SqlTester sql = new SqlTester(directory.toString(), Map.of())) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
    }
    assertEquals("rwx------", permissions(directory));
    assertEquals("rwx------", permissions(directory.getParent()));
  }

  @Test
  void directoriesThatWereThereStayAsTheyAre() throws IOException {
    Path directory = Files.createDirectory(parent.resolve("shared"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));
    try (SqlTester sql = new SqlTester(directory.toString(), Map.of())) {
      sql.run("SELECT 1");
    }
    assertEquals("rwxr-x---", permissions(directory));
  }

  @Test
  void databaseBehindALinkIsTheSameDatabase() throws IOException {
    Path directory = parent.resolve("real");
    Path link = Files.createSymbolicLink(parent.resolve("link"), directory);
    try (SqlTester first = new SqlTester(directory.toString(), Map.of())) {
      first.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      try (SqlTester second = new SqlTester(link.toString(), Map.of())) {
        second.run("INSERT INTO t VALUES (1)");
        assertEquals(first.database().location(), second.database().location());
      }
      first.check("SELECT a FROM t", "1");
    }
    assertTrue(Files.isSymbolicLink(link));
    assertFalse(Files.isSymbolicLink(directory));
  }
}
