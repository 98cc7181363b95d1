package io.gabbro.benchmarks.rocksdb;

import io.gabbro.benchmarks.Directories;
import io.gabbro.benchmarks.StandardOutput;
import io.gabbro.benchmarks.data.LineItemFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Measures every way from Java into RocksDB on the rows of {@code lineitem}, in turn with the
 * others of its kind.
 *
 * <p>Arguments: a directory for data and databases, and the number of rows.
 */
public final class RocksDbPaths {

  private static final int READS = 9;
  private static final int WRITES = 4;
  private static final long CACHE_BYTES = 1L << 30;

  private RocksDbPaths() {}

  /** Prints nanoseconds of the calling thread's processor time for each row. */
  public static void main(String[] args) throws IOException, RocksDBException {
    RocksDB.loadLibrary();
    Path directory = Path.of(args[0]);
    EncodedRows rows = EncodedRows.read(LineItemFile.require(directory, Long.parseLong(args[1])));
    PrintStream out = StandardOutput.open();
    WritePaths writes = new WritePaths(rows, directory.resolve("paths"));
    Map<String, Stopwatch> loads = new LinkedHashMap<>();
    for (int i = 0; i < WRITES; i++) {
      for (Map.Entry<String, WritePaths.Load> load : writes.loads().entrySet()) {
        writes.run(load.getValue(), loads.computeIfAbsent(load.getKey(), name -> new Stopwatch()));
      }
    }
    print(out, loads, rows.count());
    read(rows, directory.resolve("paths"), out);
  }

  private static void read(EncodedRows rows, Path directory, PrintStream out)
      throws IOException, RocksDBException {
    Directories.delete(directory);
    try (BloomFilter filter = new BloomFilter(10, false);
        LRUCache cache = new LRUCache(CACHE_BYTES);
        Options options =
            new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setTableFormatConfig(
                    new BlockBasedTableConfig()
                        .setBlockSize(8 << 10)
                        .setBlockCache(cache)
                        .setFilterPolicy(filter));
        RocksDB database = RocksDB.open(options, directory.toString())) {
      new WritePaths(rows, directory).loads().get("new WriteBatch(byte[])").load(database);
      database.compactRange();
      ReadPaths reads = new ReadPaths(database, rows);
      print(out, inTurn(reads.gets()), ReadPaths.POINTS);
      print(out, inTurn(reads.scans()), rows.count());
    }
    Directories.delete(directory);
  }

  private static Map<String, Stopwatch> inTurn(Map<String, Stopwatch.Work> ways)
      throws RocksDBException {
    Map<String, Stopwatch> watches = new LinkedHashMap<>();
    for (int i = 0; i < READS; i++) {
      for (Map.Entry<String, Stopwatch.Work> way : ways.entrySet()) {
        watches.computeIfAbsent(way.getKey(), name -> new Stopwatch()).time(way.getValue());
      }
    }
    return watches;
  }

  private static void print(PrintStream out, Map<String, Stopwatch> watches, int items) {
    watches.forEach(
        (name, watch) ->
            out.printf(Locale.ROOT, "%-48s %,8.0f ns%n", name, watch.nanosEach(items)));
    out.println();
  }
}
