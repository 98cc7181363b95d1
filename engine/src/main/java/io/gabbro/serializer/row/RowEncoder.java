package io.gabbro.serializer.row;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import java.util.Arrays;

/** Writes rows of a {@link RowLayout}. Immutable and thread-safe. */
public final class RowEncoder {
  /** A source of a column that is always NULL. */
  public static final int NO_SOURCE = -1;

  private final RowLayout layout;
  private final int[] sources;
  private final FixedField[] fields;

  /**
   * An encoder that takes a vector for each column of the layout, in its order.
   *
   * @param layout where the columns lie
   */
  public RowEncoder(RowLayout layout) {
    this(layout, identity(layout.columns().size()));
  }

  /**
   * An encoder that takes vectors in some other order.
   *
   * @param layout where the columns lie
   * @param sources for each column of the layout the position of its vector, or {@link #NO_SOURCE}
   */
  public RowEncoder(RowLayout layout, int[] sources) {
    this.layout = layout;
    this.sources = sources.clone();
    fields = new FixedField[sources.length];
    Arrays.setAll(fields, layout::field);
  }

  private static int[] identity(int count) {
    int[] positions = new int[count];
    Arrays.setAll(positions, index -> index);
    return positions;
  }

  /**
   * Appends a row. Text is taken as it is and must be valid UTF-8.
   *
   * @throws io.gabbro.error.GabbroException {@code NUMERIC_OUT_OF_RANGE} when a value does not fit
   *     into its column
   */
  public void encode(ColumnVector[] columns, int row, ByteBuilder target) {
    int variableBytes = variableBytes(columns, row);
    boolean wide = variableBytes > RowLayout.MAX_NARROW_BYTES;
    int start = target.length();
    int variableStart = start + layout.variableStart(wide);
    target.setLength(Math.addExact(variableStart, variableBytes));
    byte[] bytes = target.bytes();
    Arrays.fill(bytes, start + RowLayout.NULLS, start + layout.offsetsStart(), (byte) 0);
    LittleEndian.putShort(bytes, start, layout.version());
    bytes[start + RowLayout.FLAGS] = (byte) (wide ? RowLayout.WIDE : 0);
    int end = variableStart;
    for (int index = 0; index < fields.length; index++) {
      ColumnVector column = sources[index] == NO_SOURCE ? null : columns[sources[index]];
      boolean isNull = column == null || column.isNull(row);
      if (isNull) {
        bytes[start + RowLayout.NULLS + (index >> 3)] |= (byte) (1 << (index & 7));
      }
      if (fields[index] == null) {
        end = isNull ? end : copy((BytesVector) column, row, bytes, end);
        putOffset(bytes, start, layout.place(index), wide, end - variableStart);
      } else if (!isNull) {
        fields[index].write(column, row, bytes, start + layout.place(index));
      }
    }
  }

  private int variableBytes(ColumnVector[] columns, int row) {
    int bytes = 0;
    for (int index = 0; index < fields.length; index++) {
      if (fields[index] == null && sources[index] != NO_SOURCE) {
        BytesVector column = (BytesVector) columns[sources[index]];
        bytes = Math.addExact(bytes, column.isNull(row) ? 0 : column.length(row));
      }
    }
    return bytes;
  }

  private static int copy(BytesVector column, int row, byte[] target, int at) {
    int length = column.length(row);
    System.arraycopy(column.data(), column.start(row), target, at, length);
    return at + length;
  }

  private void putOffset(byte[] bytes, int start, int index, boolean wide, int offset) {
    int offsets = start + layout.offsetsStart();
    if (wide) {
      LittleEndian.putInt(bytes, offsets + index * Integer.BYTES, offset);
    } else {
      LittleEndian.putShort(bytes, offsets + index * Short.BYTES, offset);
    }
  }
}
