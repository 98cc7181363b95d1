package io.gabbro.serializer.object;

import io.gabbro.error.GabbroException;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueReader;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;

/** Deserializes each selected row of a block once, when its first column is asked for. */
final class ObjectReader implements ValueReader {
  private static final Object BAD = new Object();

  private final ValueSerializer<?> serializer;
  private final List<MappedField> fields;
  private Object[] objects = new Object[0];
  private int used;
  private byte[] values;
  private int[] offsets;
  private RowDecoder.BadRowListener listener;

  ObjectReader(ValueSerializer<?> serializer, List<MappedField> fields) {
    this.serializer = serializer;
    this.fields = fields;
  }

  @Override
  public void begin(
      byte[] blockValues, int[] valueOffsets, int rows, RowDecoder.BadRowListener badRows) {
    values = blockValues;
    offsets = valueOffsets;
    listener = badRows;
    Arrays.fill(objects, 0, used, null);
    used = rows;
    if (objects.length < rows) {
      objects = new Object[rows];
    }
  }

  @Override
  public void decode(int index, Selection rows, ColumnVector target) {
    MappedField field = fields.get(index);
    target.reset();
    target.ensureCapacity(rows.end());
    int count = rows.count();
    for (int position = 0; position < count; position++) {
      int row = rows.position(position);
      Object root = root(row);
      if (root == BAD) {
        target.setNull(row);
      } else {
        read(field, root, target, row);
      }
    }
  }

  private void read(MappedField field, Object root, ColumnVector target, int row) {
    try {
      field.read(root, target, row);
    } catch (RuntimeException e) {
      target.setNull(row);
      bad(row, "column \"" + field.field().name() + "\": " + problem(e));
    }
  }

  private Object root(int row) {
    if (objects[row] == null) {
      try {
        objects[row] =
            serializer.deserialize(values, offsets[row], offsets[row + 1] - offsets[row]);
      } catch (RuntimeException e) {
        bad(row, problem(e));
      }
    }
    return objects[row];
  }

  /** What is known to be bad is told once. */
  private void bad(int row, String problem) {
    objects[row] = BAD;
    listener.badRow(row, problem);
  }

  private static String problem(RuntimeException e) {
    return e instanceof GabbroException ? e.getMessage() : e.toString();
  }
}
