package io.gabbro.benchmarks.rocksdb;

import io.gabbro.benchmarks.StandardOutput;
import io.gabbro.benchmarks.data.LineItemFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Measures every variant of RocksDB's options on the rows of {@code lineitem}.
 *
 * <p>Arguments: a directory for data and databases, the number of rows, and optionally a regular
 * expression that selects variants by name.
 */
public final class RocksDbTuning {

  private RocksDbTuning() {}

  /** Runs the variants one after another and prints a line for each. */
  public static void main(String[] args) throws IOException, RocksDBException {
    RocksDB.loadLibrary();
    Path directory = Path.of(args[0]);
    EncodedRows rows = EncodedRows.read(LineItemFile.require(directory, Long.parseLong(args[1])));
    Pattern pattern = Pattern.compile(args.length > 2 ? args[2] : "");
    TuningRun run = new TuningRun(rows, directory.resolve("tuning"));
    PrintStream out = StandardOutput.open();
    out.printf(
        Locale.ROOT,
        "%-24s %12s %9s %9s %12s %12s %8s%n",
        "variant",
        "load rows/s",
        "get us",
        "miss us",
        "scan rows/s",
        "next rows/s",
        "MB");
    for (TuningVariant variant : TuningVariant.all()) {
      if (pattern.matcher(variant.name()).find()) {
        print(out, variant.name(), run.measure(variant));
      }
    }
  }

  private static void print(PrintStream out, String name, TuningRun.Costs costs) {
    out.printf(
        Locale.ROOT,
        "%-24s %,12.0f %9.2f %9.2f %,12.0f %,12.0f %,8.1f%n",
        name,
        costs.loadRowsPerSecond(),
        costs.pointMicros(),
        costs.missMicros(),
        costs.scanRowsPerSecond(),
        costs.stepRowsPerSecond(),
        costs.bytes() / 1e6);
  }
}
