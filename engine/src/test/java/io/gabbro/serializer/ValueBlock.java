package io.gabbro.serializer;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A block of serialized values, with bytes of nobody in front. */
public final class ValueBlock {
  private final ByteBuilder bytes = new ByteBuilder();
  private int[] offsets = {3};

  /** An empty block. */
  public ValueBlock() {
    bytes.put(new byte[] {-1, -1, -1});
  }

  /** Appends a value. */
  public ValueBlock add(byte[] value) {
    bytes.put(value);
    offsets = Arrays.copyOf(offsets, offsets.length + 1);
    offsets[offsets.length - 1] = bytes.length();
    return this;
  }

  /** The number of values. */
  public int count() {
    return offsets.length - 1;
  }

  /** All columns of all rows; what is told goes into {@code problems}. */
  public ColumnVector[] read(
      ValueMapping mapping, List<ValueField> fields, Map<Integer, String> problems) {
    return read(mapping, fields, Selection.ofAll(count()), problems);
  }

  /** All columns of some rows. */
  public ColumnVector[] read(
      ValueMapping mapping,
      List<ValueField> fields,
      Selection rows,
      Map<Integer, String> problems) {
    ValueReader reader = mapping.newReader();
    reader.begin(bytes.toByteArray(), offsets, count(), problems::putIfAbsent);
    ColumnVector[] columns = new ColumnVector[fields.size()];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = ColumnVector.allocate(fields.get(index).type().vectorKind(), 0);
      reader.decode(index, rows, columns[index]);
    }
    return columns;
  }

  /** All columns of the only row, which must be good. */
  public static ColumnVector[] readOne(
      ValueMapping mapping, List<ValueField> fields, byte[] value) {
    Map<Integer, String> problems = new TreeMap<>();
    ColumnVector[] columns = new ValueBlock().add(value).read(mapping, fields, problems);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.toString());
    }
    return columns;
  }
}
