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
 * Measures variants of RocksDB's options on the rows of {@code lineitem}, each in turn with the
 * setup that all of them start from.
 *
 * <p>Arguments: a directory for data and databases, the number of rows, and optionally a regular
 * expression that selects variants by name. Each cell of the report is the cost of the variant and,
 * in parentheses, its ratio to the cost of the unchanged setup: below 1 is better.
 */
public final class RocksDbTuning {

  private static final int REPETITIONS = 9;

  private RocksDbTuning() {}

  /** Runs the variants one after another and prints a line for each. */
  public static void main(String[] args) throws IOException, RocksDBException {
    RocksDB.loadLibrary();
    Path directory = Path.of(args[0]);
    EncodedRows rows = EncodedRows.read(LineItemFile.require(directory, Long.parseLong(args[1])));
    Pattern pattern = Pattern.compile(args.length > 2 ? args[2] : "");
    PrintStream out = StandardOutput.open();
    out.println(
        "variant                     load s           get us          miss us"
            + "          scan ns      MB");
    TuningVariant unchanged = new TuningVariant("unchanged", setup -> {});
    try (TunedDatabase base = new TunedDatabase(rows, directory.resolve("base"), unchanged)) {
      for (TuningVariant variant : TuningVariant.all()) {
        if (pattern.matcher(variant.name()).find()) {
          try (TunedDatabase tuned =
              new TunedDatabase(rows, directory.resolve("variant"), variant)) {
            out.println(
                variant.name()
                    + " ".repeat(22 - variant.name().length())
                    + compare(base, tuned, rows.count()));
          }
        }
      }
    }
  }

  private static String compare(TunedDatabase base, TunedDatabase tuned, int rows)
      throws RocksDBException, IOException {
    Stopwatch[] watches = new Stopwatch[6];
    for (int i = 0; i < watches.length; i++) {
      watches[i] = new Stopwatch();
    }
    for (int i = 0; i < REPETITIONS; i++) {
      watches[0].time(base::points);
      watches[1].time(tuned::points);
      watches[2].time(base::misses);
      watches[3].time(tuned::misses);
      watches[4].time(base::scan);
      watches[5].time(tuned::scan);
    }
    return cell(base.loadSeconds(), tuned.loadSeconds())
        + micros(watches[0], watches[1])
        + micros(watches[2], watches[3])
        + cell(watches[4].nanosEach(rows), watches[5].nanosEach(rows))
        + String.format(Locale.ROOT, "%8.1f", tuned.bytes() / 1e6);
  }

  private static String micros(Stopwatch base, Stopwatch tuned) {
    return cell(
        base.nanosEach(TunedDatabase.POINTS) / 1e3, tuned.nanosEach(TunedDatabase.POINTS) / 1e3);
  }

  private static String cell(double base, double tuned) {
    return String.format(Locale.ROOT, "%9.2f (%.2f) ", tuned, tuned / base);
  }
}
