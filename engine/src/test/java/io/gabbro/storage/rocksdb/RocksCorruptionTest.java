package io.gabbro.storage.rocksdb;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are reported, never read past. */
class RocksCorruptionTest {
  private static final int KEYS = 5000;

  @TempDir Path directory;

  @BeforeEach
  void fill() {
    try (Database database = open("readwrite")) {
      ColumnFamily rows = database.createColumnFamily("rows");
      WriteBatch batch = new WriteBatch();
      for (int key = 0; key < KEYS; key++) {
        batch.put(rows, Pairs.bytes(String.format("k%05d", key)), Pairs.bytes("value " + key));
      }
      database.write(batch, Durability.SYNC);
      database.flush();
    }
  }

  @Test
  void reportsAFlippedByteOfATable() throws IOException {
    Path table = files("sst").get(0);
    byte[] bytes = Files.readAllBytes(table);
    bytes[bytes.length / 3] ^= 1;
    Files.write(table, bytes);
    for (String mode : List.of("readwrite", "readonly", "secondary")) {
      try (Database database = open(mode)) {
        ColumnFamily rows = database.columnFamily("rows").orElseThrow();
        assertCorrupted(() -> Pairs.all(database, rows, null));
        assertCorrupted(
            () -> {
              for (int key = 0; key < KEYS; key++) {
                Pairs.get(database, rows, null, String.format("k%05d", key));
              }
            });
        assertEquals("value 0", Pairs.get(database, rows, null, "k00000"), "an intact block");
      }
    }
  }

  @Test
  void reportsAMissingTable() throws IOException {
    Files.delete(files("sst").get(0));
    for (String mode : List.of("readwrite", "readonly", "readwrite")) {
      assertDoesNotOpen(mode, Set.of(ErrorCode.IO_ERROR, ErrorCode.DATABASE_CORRUPTED));
    }
  }

  @Test
  void reportsATruncatedManifest() throws IOException {
    Path manifest = files("").stream().filter(this::isManifest).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(manifest);
    Files.write(manifest, java.util.Arrays.copyOf(bytes, 10));
    assertDoesNotOpen(Set.of(ErrorCode.DATABASE_CORRUPTED));
  }

  @Test
  void reportsGarbageInCurrent() throws IOException {
    Set<ErrorCode> codes =
        Set.of(ErrorCode.IO_ERROR, ErrorCode.DATABASE_CORRUPTED, ErrorCode.BACKEND);
    Files.writeString(directory.resolve("CURRENT"), "garbage");
    assertDoesNotOpen(codes);
    Files.writeString(directory.resolve("CURRENT"), "MANIFEST-999999\n");
    assertDoesNotOpen(codes);
  }

  @Test
  void reportsOptionsThatAreCutOrNoText() throws IOException {
    Path options = null;
    for (Path file : files("")) {
      options = file.getFileName().toString().startsWith("OPTIONS-") ? file : options;
    }
    String intact = Files.readString(options);
    int cut = intact.lastIndexOf("BytewiseComparator");
    Files.writeString(options, intact.substring(0, cut + 3));
    assertDoesNotOpen(Set.of(ErrorCode.DATABASE_CORRUPTED));
    byte[] noise = intact.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    noise[cut] = (byte) 0xff;
    Files.write(options, noise);
    assertDoesNotOpen(Set.of(ErrorCode.DATABASE_CORRUPTED));
  }

  private boolean isManifest(Path file) {
    return file.getFileName().toString().startsWith("MANIFEST-");
  }

  private void assertDoesNotOpen(Set<ErrorCode> codes) {
    for (String mode : List.of("readwrite", "readonly", "secondary", "readwrite")) {
      assertDoesNotOpen(mode, codes);
    }
  }

  private void assertDoesNotOpen(String mode, Set<ErrorCode> codes) {
    GabbroException e = assertThrows(GabbroException.class, () -> open(mode).close(), mode);
    assertTrue(codes.contains(e.code()), mode + ": " + e.code() + " " + e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  private static void assertCorrupted(Runnable read) {
    GabbroException e = assertThrows(GabbroException.class, read::run);
    assertEquals(ErrorCode.DATABASE_CORRUPTED, e.code());
    assertTrue(e.getMessage().contains("checksum"), e.getMessage());
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private Database open(String mode) {
    return RocksDatabase.open(directory, DatabaseOptions.defaults().with(Option.MODE, mode));
  }
}
