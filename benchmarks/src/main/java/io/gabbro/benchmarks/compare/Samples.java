package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.data.LineItem;
import io.gabbro.benchmarks.data.LineItemReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The keys that point reads, updates and range scans ask for: drawn once from the rows, so that all
 * engines get the same ones and none has to hold the keys of the whole table.
 *
 * @param orderKeys of the rows to read, in random order
 * @param lineNumbers of the same rows
 * @param firstOrders lower bounds of ranges of order keys, inclusive
 * @param lastOrders upper bounds, inclusive; a range is whole orders of 1,000 rows or a few more
 */
record Samples(long[] orderKeys, int[] lineNumbers, long[] firstOrders, long[] lastOrders) {

  /** Samples of each kind; calls beyond it start again at the first. */
  static final int COUNT = 50_000;

  private static final int RANGE_ROWS = 1_000;
  private static final int CHUNK = 10_000;
  private static final long SEED = 20_260_101;

  /** Draws samples from the rows of {@code data} and writes them to {@code file}. */
  static void write(Path data, Path file) throws IOException {
    long[] orderKeys;
    int[] lineNumbers;
    try (LineItemReader reader = new LineItemReader(data)) {
      orderKeys = new long[Math.toIntExact(reader.rows())];
      lineNumbers = new int[orderKeys.length];
      int row = 0;
      for (List<LineItem> chunk = reader.next(CHUNK);
          !chunk.isEmpty();
          chunk = reader.next(CHUNK)) {
        for (LineItem item : chunk) {
          orderKeys[row] = item.orderKey();
          lineNumbers[row++] = item.lineNumber();
        }
      }
    }
    Random random = new Random(SEED);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < COUNT; i++) {
        int row = random.nextInt(orderKeys.length);
        out.writeLong(orderKeys[row]);
        out.writeInt(lineNumbers[row]);
        int first = random.nextInt(Math.max(1, orderKeys.length - RANGE_ROWS));
        out.writeLong(orderKeys[first]);
        out.writeLong(orderKeys[Math.min(first + RANGE_ROWS, orderKeys.length) - 1]);
      }
    }
  }

  static Samples read(Path file) throws IOException {
    Samples samples =
        new Samples(new long[COUNT], new int[COUNT], new long[COUNT], new long[COUNT]);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int i = 0; i < COUNT; i++) {
        samples.orderKeys[i] = in.readLong();
        samples.lineNumbers[i] = in.readInt();
        samples.firstOrders[i] = in.readLong();
        samples.lastOrders[i] = in.readLong();
      }
    }
    return samples;
  }
}
