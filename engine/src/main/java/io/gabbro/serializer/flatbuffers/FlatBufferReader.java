package io.gabbro.serializer.flatbuffers;

import io.gabbro.serializer.RowDecoder.BadRowListener;
import io.gabbro.serializer.ValueReader;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.List;

/**
 * Decodes fields of blocks of FlatBuffers in place. {@link #begin} finds the root tables, {@link
 * #decode} checks what leads to a field, and the field. A bad value is told once; from then on all
 * of its fields are NULL. Not thread-safe.
 */
final class FlatBufferReader implements ValueReader {
  private final List<FieldPath> paths;
  private final List<FieldColumn> columns;
  private final FlatBufferVerifier verifier;
  private final ValueBytes value = new ValueBytes();
  private byte[] bytes;
  private int[] offsets;
  private BadRowListener listener;

  /** Where the root table of each row lies; less than 0 when the row is bad. */
  private int[] roots = new int[0];

  private int[] places = new int[0];

  /**
   * A reader.
   *
   * @param columns what decodes the fields at the ends of {@code paths}
   * @param verifier checks all of each value in {@link #begin}; null for none
   */
  FlatBufferReader(List<FieldPath> paths, List<FieldColumn> columns, FlatBufferVerifier verifier) {
    this.paths = paths;
    this.columns = columns;
    this.verifier = verifier;
  }

  @Override
  public void begin(byte[] values, int[] valueOffsets, int rows, BadRowListener badRows) {
    bytes = values;
    offsets = valueOffsets;
    listener = badRows;
    if (roots.length < rows) {
      roots = new int[rows];
      places = new int[rows];
    }
    for (int row = 0; row < rows; row++) {
      ValueBytes current = value(row);
      String problem =
          verifier == null ? null : verifier.problem(values, current.start(), current.end());
      roots[row] = problem == null ? current.root() : current.bad(problem);
      if (roots[row] == ValueBytes.BAD) {
        listener.badRow(row, current.problem());
      }
    }
  }

  @Override
  public void decode(int field, Selection rows, ColumnVector target) {
    target.reset();
    target.ensureCapacity(rows.end());
    FieldPath path = paths.get(field);
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      places[row] = roots[row] < 0 ? ValueBytes.MISSING : path.locate(value(row), roots[row]);
      if (places[row] == ValueBytes.BAD) {
        bad(row, value.problem());
      }
    }
    columns.get(field).decode(this, places, rows, target);
  }

  /** All values of the block. */
  byte[] bytes() {
    return bytes;
  }

  /** The value of a row, until the next call. */
  ValueBytes value(int row) {
    value.set(bytes, offsets[row], offsets[row + 1]);
    return value;
  }

  /** Where the root table of a row lies that is not bad. */
  int root(int row) {
    return roots[row];
  }

  /** Tells that a value is bad. */
  void bad(int row, String problem) {
    roots[row] = ValueBytes.BAD;
    listener.badRow(row, problem);
  }
}
