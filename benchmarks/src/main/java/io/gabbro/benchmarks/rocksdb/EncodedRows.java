package io.gabbro.benchmarks.rocksdb;

import io.gabbro.benchmarks.data.LineItem;
import io.gabbro.benchmarks.data.LineItemReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All rows of a file in their encoded form, in memory, so that a load measures RocksDB alone.
 *
 * @param keys {@link LineItemCodec#KEY_SIZE} bytes each, ascending
 * @param values in the order of the keys
 */
record EncodedRows(byte[][] keys, byte[][] values) {

  private static final int CHUNK = 10_000;

  static EncodedRows read(Path file) throws IOException {
    try (LineItemReader reader = new LineItemReader(file)) {
      int rows = Math.toIntExact(reader.rows());
      byte[][] keys = new byte[rows][LineItemCodec.KEY_SIZE];
      byte[][] values = new byte[rows][];
      int row = 0;
      for (List<LineItem> chunk = reader.next(CHUNK);
          !chunk.isEmpty();
          chunk = reader.next(CHUNK)) {
        for (LineItem item : chunk) {
          LineItemCodec.writeKey(item.orderKey(), item.lineNumber(), keys[row]);
          values[row++] = LineItemCodec.value(item);
        }
      }
      return new EncodedRows(keys, values);
    }
  }

  int count() {
    return keys.length;
  }
}
