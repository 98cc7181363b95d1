package io.gabbro.storage.rocksdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.BigEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.session.SqlTester;
import io.gabbro.storage.Pairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BuiltinComparator;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.StringAppendOperator;

/** Directories that other programs wrote, or write, asked by SQL. */
class ForeignTablesTest {
  @TempDir Path directory;

  @BeforeAll
  static void load() {
    RocksDB.loadLibrary();
  }

  private SqlTester open(String mode) {
    return new SqlTester(directory.toString(), Map.of("mode", mode));
  }

  @Test
  void anotherOrderOfKeysIsToldAndItsFamilyLeftOut() throws RocksDBException {
    try (Options options = new Options().setCreateIfMissing(true);
        ColumnFamilyOptions reversed =
            new ColumnFamilyOptions().setComparator(BuiltinComparator.REVERSE_BYTEWISE_COMPARATOR);
        RocksDB rocks = RocksDB.open(options, directory.toString());
        ColumnFamilyHandle family =
            rocks.createColumnFamily(
                new ColumnFamilyDescriptor(Pairs.bytes("backwards"), reversed))) {
      rocks.put(family, Pairs.bytes("a"), Pairs.bytes("1"));
      rocks.put(Pairs.bytes("a"), Pairs.bytes("2"));
    }
    GabbroException refused = assertThrows(GabbroException.class, () -> open("readwrite").close());
    assertEquals(ErrorCode.UNSUPPORTED_FORMAT, refused.code());
    assertTrue(refused.getMessage().contains("\"backwards\": it sorts its keys by"));
    assertTrue(refused.hint().orElseThrow().contains("readonly"));
    try (SqlTester sql = open("readonly")) {
      sql.run("CREATE TABLE t USING raw OPTIONS (cf 'default', key 'string')");
      assertEquals(List.of("a|32"), sql.run("SELECT * FROM t"));
      assertEquals(
          List.of("backwards|null|null||it sorts its keys by rocksdb.ReverseBytewiseComparator"),
          sql.run("SHOW COLUMN FAMILIES").subList(1, 2));
    }
  }

  /** Files of a newer format would keep an older RocksDB from opening the directory again. */
  @Test
  void theFormatOfFilesStays() throws Exception {
    try (Options options =
            new Options()
                .setCreateIfMissing(true)
                .setTableFormatConfig(new BlockBasedTableConfig().setFormatVersion(5));
        RocksDB rocks = RocksDB.open(options, directory.toString())) {
      rocks.put(Pairs.bytes("a"), Pairs.bytes("2"));
    }
    for (int round = 0; round < 2; round++) {
      try (SqlTester sql = open("readwrite")) {
        sql.run("CREATE TABLE t" + round + " (a INT PRIMARY KEY)");
        sql.run("INSERT INTO t" + round + " VALUES (1)");
      }
    }
    try (Options options = new Options();
        RocksDB rocks = RocksDB.openReadOnly(options, directory.toString())) {
      assertArrayEquals(Pairs.bytes("2"), rocks.get(Pairs.bytes("a")));
    }
    assertEquals(Set.of(5), formatsOfFiles());
    assertEquals(Set.of("5"), Set.copyOf(formatsInOptions()));
  }

  /** The format of a table file stands in front of its last eight bytes. */
  private Set<Integer> formatsOfFiles() throws IOException {
    Set<Integer> formats = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sst")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        formats.add(Integer.reverseBytes(BigEndian.getInt(bytes, bytes.length - 12)));
      }
    }
    return formats;
  }

  private List<String> formatsInOptions() throws IOException {
    List<String> formats = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().contains("OPTIONS-")).toList()) {
        for (String line : Files.readAllLines(file)) {
          if (line.contains("format_version=")) {
            formats.add(line.strip().substring("format_version=".length()));
          }
        }
      }
    }
    return formats;
  }

  @Test
  void mergedValuesAreTold() throws RocksDBException {
    try (StringAppendOperator append = new StringAppendOperator();
        Options options = new Options().setCreateIfMissing(true).setMergeOperator(append);
        RocksDB rocks = RocksDB.open(options, directory.toString())) {
      rocks.merge(Pairs.bytes("b"), Pairs.bytes("2"));
    }
    for (String mode : List.of("readwrite", "readonly", "secondary")) {
      GabbroException refused = assertThrows(GabbroException.class, () -> open(mode).close());
      assertEquals(ErrorCode.UNSUPPORTED_FORMAT, refused.code());
      assertTrue(
          refused.getMessage().contains("\"default\": it merges its values by"),
          refused.getMessage());
    }
  }

  @Test
  void aSecondaryFollowsTheWriterStatementByStatement() throws Exception {
    try (StoreProcess writer = StoreProcess.start("write", directory)) {
      assertEquals("0", writer.readLine());
      try (SqlTester sql = open("secondary")) {
        sql.run("CREATE TABLE rows USING raw OPTIONS (key 'string')");
        long first = Long.parseLong(sql.run("SELECT count(*) FROM rows").get(0));
        int written = 0;
        while (written < first / StoreProcess.BATCH_SIZE + 50) {
          written = Integer.parseInt(writer.readLine());
        }
        long second = Long.parseLong(sql.run("SELECT count(*) FROM rows").get(0));
        assertEquals(0, first % StoreProcess.BATCH_SIZE);
        assertTrue(second >= (written + 1L) * StoreProcess.BATCH_SIZE, second + " of " + written);
        sql.fails(ErrorCode.READ_ONLY, "DELETE FROM rows");
      }
      GabbroException locked = assertThrows(GabbroException.class, () -> open("readwrite").close());
      assertEquals(ErrorCode.DATABASE_LOCKED, locked.code());
      assertTrue(locked.getMessage().contains(Long.toString(writer.pid())));
      assertTrue(locked.hint().orElseThrow().contains("secondary"));
    }
  }
}
