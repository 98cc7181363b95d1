package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;

final class NativeLibraryTest {
  @TempDir Path directory;

  /** Loads the library in a JVM of its own and uses it. */
  public static final class Child {
    private Child() {}

    /** The main method. */
    public static void main(String[] arguments) {
      NativeLibrary.load();
      System.out.println(RocksDB.rocksdbVersion().getMajor() > 0 ? "loaded" : "not loaded");
    }
  }

  private void load(Path cache) throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + NativeLibrary.PROPERTY + "=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectOutput(output.toFile())
            .redirectErrorStream(true)
            .start();
    assertEquals(0, child.waitFor(), () -> "the child failed");
    assertTrue(Files.readString(output, UTF_8).contains("loaded"), "not loaded");
  }

  private static List<Path> files(Path cache) throws IOException {
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void isUnpackedOnceAndAgainWhenItIsDamaged() throws Exception {
    Path cache = directory.resolve("cache");
    load(cache);
    List<Path> first = files(cache);
    assertEquals(1, first.size(), first.toString());
    Object key = Files.readAttributes(first.get(0), "unix:ino").get("ino");
    long size = Files.size(first.get(0));

    load(cache);
    assertEquals(key, Files.readAttributes(first.get(0), "unix:ino").get("ino"), "unpacked again");

    Files.write(first.get(0), new byte[10]);
    load(cache);
    assertEquals(first, files(cache));
    assertEquals(size, Files.size(first.get(0)));
    assertNotEquals(key, Files.readAttributes(first.get(0), "unix:ino").get("ino"));
  }

  @Test
  void directoriesThatOthersMayWriteToAreNotUsed() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path cache = Files.createDirectory(directory.resolve("open"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    load(cache);
    assertEquals(List.of(), files(cache));
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNoObstacle() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    load(file);
    assertEquals(List.of(file), files(file));
  }
}
