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
import io.gabbro.storage.Direction;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.Pairs;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.WriteBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mode=readonly} and {@code mode=secondary}, alone and beside a writer. */
class RocksModesTest {
  @TempDir Path directory;

  @Test
  void readOnlySeesTheStateAtOpening() {
    try (Database writer = open("readwrite")) {
      ColumnFamily rows = writer.createColumnFamily("rows");
      Pairs.put(writer, rows, "a", "1");
      writer.flush();
      Pairs.put(writer, rows, "b", "1");
      try (Database reader = open("readonly")) {
        ColumnFamily read = reader.columnFamily("rows").orElseThrow();
        Pairs.put(writer, rows, "a", "2");
        writer.flush();
        writer.compact(rows, KeyRange.all());
        reader.refresh();
        assertEquals(List.of("a=1", "b=1"), Pairs.all(reader, read, null));
        try (Snapshot snapshot = reader.snapshot()) {
          assertEquals("1", Pairs.get(reader, read, snapshot, "b"));
          assertEquals(List.of("a=1", "b=1"), Pairs.all(reader, read, snapshot));
        }
        assertRefusesWrites(reader, read);
      }
    }
  }

  @Test
  void filesThatAreGoneAreToldAsSuch() throws IOException {
    try (Database writer = open("readwrite")) {
      Pairs.put(writer, writer.createColumnFamily("rows"), "a", "1");
      writer.flush();
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sst")).toList()) {
        Files.delete(file);
      }
    }
    GabbroException gone = assertThrows(GabbroException.class, () -> open("readonly").close());
    assertEquals(ErrorCode.IO_ERROR, gone.code());
    assertTrue(gone.getMessage().contains("have disappeared"), gone.getMessage());
    assertTrue(gone.hint().orElseThrow().contains("secondary"));
  }

  @Test
  void readOnlyLeavesTheDirectoryAlone() throws IOException {
    try (Database writer = open("readwrite")) {
      Pairs.put(writer, writer.createColumnFamily("rows"), "a", "1");
    }
    List<String> before = listing();
    for (String mode : List.of("readonly", "secondary")) {
      try (Database reader = open(mode)) {
        ColumnFamily rows = reader.columnFamily("rows").orElseThrow();
        assertEquals(List.of("a=1"), Pairs.all(reader, rows, null));
        assertEquals(List.of("default", "rows"), reader.columnFamilyNames());
        assertTrue(reader.isReadOnly());
        assertEquals(rows, reader.createColumnFamily("rows"));
      }
      assertEquals(before, listing());
    }
  }

  @Test
  void secondaryFollowsTheWriter() {
    try (Database writer = open("readwrite")) {
      ColumnFamily rows = writer.createColumnFamily("rows");
      Pairs.put(writer, rows, "a", "1");
      try (Database follower = open("secondary")) {
        ColumnFamily read = follower.columnFamily("rows").orElseThrow();
        assertEquals(List.of("a=1"), Pairs.all(follower, read, null));
        Pairs.put(writer, rows, "a", "2");
        assertEquals("1", Pairs.get(follower, read, null, "a"));
        RowCursor cursor = follower.cursor(read, null, KeyRange.all(), Direction.FORWARD);
        follower.refresh();
        assertEquals("2", Pairs.get(follower, read, null, "a"));
        assertEquals(List.of("a=1"), Pairs.rest(cursor, 10));
        cursor.close();

        writer.flush();
        writer.compact(rows, KeyRange.all());
        Pairs.put(writer, rows, "b", "1");
        follower.refresh();
        assertEquals(List.of("a=2", "b=1"), Pairs.all(follower, read, null));
        assertRefusesWrites(follower, read);
      }
    }
  }

  @Test
  void secondaryStandsStillWhileASnapshotIsOpen() {
    try (Database writer = open("readwrite")) {
      ColumnFamily rows = writer.createColumnFamily("rows");
      Pairs.put(writer, rows, "a", "1");
      try (Database follower = open("secondary")) {
        ColumnFamily read = follower.columnFamily("rows").orElseThrow();
        try (Snapshot snapshot = follower.snapshot()) {
          Pairs.put(writer, rows, "a", "2");
          follower.refresh();
          assertEquals("1", Pairs.get(follower, read, snapshot, "a"));
          assertEquals(List.of("a=1"), Pairs.all(follower, read, snapshot));
        }
        follower.refresh();
        assertEquals("2", Pairs.get(follower, read, null, "a"));
      }
    }
  }

  private static void assertRefusesWrites(Database reader, ColumnFamily rows) {
    WriteBatch batch = new WriteBatch();
    batch.put(rows, Pairs.bytes("k"), Pairs.bytes("v"));
    List<Runnable> writes =
        List.of(
            () -> reader.write(batch, Durability.OS),
            () -> reader.createColumnFamily("new"),
            () -> reader.dropColumnFamily(rows),
            () -> reader.compact(rows, KeyRange.all()));
    for (Runnable write : writes) {
      GabbroException e = assertThrows(GabbroException.class, write::run);
      assertEquals(ErrorCode.READ_ONLY, e.code());
    }
    reader.flush();
    assertFalse(reader.columnFamilyNames().contains("new"));
  }

  private List<String> listing() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file + " " + file.toFile().lastModified()).sorted().toList();
    }
  }

  private Database open(String mode) {
    return RocksDatabase.open(directory, DatabaseOptions.defaults().with(Option.MODE, mode));
  }
}
