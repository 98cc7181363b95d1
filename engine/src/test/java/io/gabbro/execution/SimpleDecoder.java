package io.gabbro.execution;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.key.RowKeyReader;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Decodes rows of {@link SimpleTable}. A field is its length in one byte, -1 for NULL, then bytes.
 * A value that ends early is bad.
 */
final class SimpleDecoder implements RowDecoder {
  private final TableDefinition table;
  private final RowKeyReader keyReader;
  private final Map<Integer, Integer> keyParts = new HashMap<>();
  private byte[] values;
  private int[][] starts;
  private boolean[] bad;

  SimpleDecoder(TableDefinition table, RowKeyReader keyReader) {
    this.table = table;
    this.keyReader = keyReader;
    for (KeyColumn column : table.primaryKey()) {
      keyParts.put(column.column(), keyParts.size());
    }
  }

  static void write(ColumnVector column, int row, ByteBuilder target) {
    if (column.isNull(row)) {
      target.putByte(-1);
      return;
    }
    byte[] bytes;
    if (column instanceof BytesVector vector) {
      bytes = vector.bytes(row);
    } else if (column instanceof DecimalVector vector) {
      bytes = vector.unscaled(row).toByteArray();
    } else {
      bytes = ByteBuffer.allocate(8).putLong(word(column, row)).array();
    }
    target.putByte(bytes.length);
    target.put(bytes);
  }

  private static long word(ColumnVector column, int row) {
    if (column instanceof LongVector vector) {
      return vector.values()[row];
    }
    if (column instanceof IntVector vector) {
      return vector.values()[row];
    }
    if (column instanceof DoubleVector vector) {
      return Double.doubleToRawLongBits(vector.values()[row]);
    }
    return ((BooleanVector) column).values()[row] ? 1 : 0;
  }

  @Override
  public boolean readsKeys(int[] columns) {
    return Arrays.stream(columns).anyMatch(keyParts::containsKey);
  }

  @Override
  public boolean readsValues(int[] columns) {
    return !Arrays.stream(columns).allMatch(keyParts::containsKey);
  }

  @Override
  public void begin(
      byte[] blockKeys,
      int[] keyOffsets,
      byte[] blockValues,
      int[] valueOffsets,
      int rows,
      BadRowListener listener) {
    bad = new boolean[rows];
    values = blockValues;
    starts = new int[table.columns().size() + 1][rows];
    if (keyOffsets.length > rows) {
      keyReader.begin(blockKeys, keyOffsets, rows, listener::badRow);
    }
    for (int row = 0; row < rows && valueOffsets.length > rows; row++) {
      int at = valueOffsets[row];
      for (int column = 0; column < starts.length; column++) {
        starts[column][row] = at;
        if (column < starts.length - 1 && at < valueOffsets[row + 1]) {
          at += 1 + Math.max(0, blockValues[at]);
        } else if (column < starts.length - 1) {
          at = Integer.MAX_VALUE / 2;
        }
      }
      if (at != valueOffsets[row + 1]) {
        bad[row] = true;
        listener.badRow(row, "the value ends early");
      }
    }
  }

  @Override
  public void decode(int column, Selection rows, ColumnVector target) {
    if (keyParts.containsKey(column)) {
      keyReader.decode(keyParts.get(column), rows, target);
      return;
    }
    target.reset();
    target.ensureCapacity(rows.end());
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (bad[row]) {
        throw new AssertionError("a bad row is decoded");
      }
      read(target, row, starts[column][row]);
    }
  }

  private void read(ColumnVector target, int row, int start) {
    int length = values[start];
    if (length < 0) {
      target.setNull(row);
    } else if (target instanceof BytesVector vector) {
      vector.set(row, values, start + 1, length);
    } else if (target instanceof DecimalVector vector) {
      vector.set(row, new BigInteger(values, start + 1, length));
    } else {
      long word = ByteBuffer.wrap(values, start + 1, length).getLong();
      if (target.kind() == VectorKind.LONG) {
        ((LongVector) target).values()[row] = word;
      } else if (target.kind() == VectorKind.INT) {
        ((IntVector) target).values()[row] = (int) word;
      } else if (target.kind() == VectorKind.DOUBLE) {
        ((DoubleVector) target).values()[row] = Double.longBitsToDouble(word);
      } else {
        ((BooleanVector) target).values()[row] = word != 0;
      }
    }
  }
}
