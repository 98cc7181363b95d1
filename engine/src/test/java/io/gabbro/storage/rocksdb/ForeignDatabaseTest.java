package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Pairs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Directories that other programs wrote with RocksDB open as they are and stay so. */
class ForeignDatabaseTest {
  @TempDir Path directory;

  @Test
  void opensAsItIsAndStaysSo() throws RocksDBException {
    RocksDB.loadLibrary();
    try (Options options = new Options().setCreateIfMissing(true);
        RocksDB rocks = RocksDB.open(options, directory.toString());
        ColumnFamilyHandle people =
            rocks.createColumnFamily(new ColumnFamilyDescriptor(Pairs.bytes("people")))) {
      rocks.put(Pairs.bytes("d"), Pairs.bytes("default"));
      rocks.put(people, Pairs.bytes("p"), Pairs.bytes("person"));
    }
    try (Database database = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      assertEquals(List.of("default", "people"), database.columnFamilyNames());
      ColumnFamily people = database.columnFamily("people").orElseThrow();
      assertEquals(List.of("p=person"), Pairs.all(database, people, null));
      assertEquals(
          "default",
          Pairs.get(database, database.columnFamily("default").orElseThrow(), null, "d"));
    }
    assertEquals(List.of("default:d", "people:p"), contentSeenByRocksDb());
  }

  private List<String> contentSeenByRocksDb() throws RocksDBException {
    List<String> content = new ArrayList<>();
    List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
    try (Options options = new Options()) {
      for (byte[] name : RocksDB.listColumnFamilies(options, directory.toString())) {
        descriptors.add(new ColumnFamilyDescriptor(name));
      }
    }
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (DBOptions options = new DBOptions();
        RocksDB rocks = RocksDB.open(options, directory.toString(), descriptors, handles)) {
      for (ColumnFamilyHandle handle : handles) {
        try (RocksIterator iterator = rocks.newIterator(handle)) {
          for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
            content.add(new String(handle.getName(), UTF_8) + ":" + Pairs.text(iterator.key()));
          }
        }
      }
    }
    return content;
  }

  @Test
  void readsWhatItWritesWithTheBinding() throws RocksDBException {
    try (Database database = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      Pairs.put(database, database.columnFamily("default").orElseThrow(), "key", "value");
    }
    try (Options options = new Options();
        RocksDB rocks = RocksDB.openReadOnly(options, directory.toString())) {
      assertArrayEquals(Pairs.bytes("value"), rocks.get(Pairs.bytes("key")));
    }
  }
}
