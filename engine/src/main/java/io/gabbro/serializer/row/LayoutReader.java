package io.gabbro.serializer.row;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/** Checks and decodes rows of one layout. Not thread-safe. */
final class LayoutReader {
  private static final int ABSENT = -1;

  private final RowLayout layout;
  private final int offsetsStart;
  private final int variableColumns;
  private final int[] stored;
  private final ColumnVector[] missing;

  /** The null bits of all rows that were checked since {@link #begin}, put together. */
  private final byte[] nullsSeen;

  /**
   * A reader.
   *
   * @param tableColumns the number of columns of the table
   * @param missing for each of them the value where the layout lacks it; null for NULL
   */
  LayoutReader(RowMapping mapping, int tableColumns, ColumnVector[] missing) {
    layout = mapping.layout();
    offsetsStart = layout.offsetsStart();
    variableColumns = layout.variableColumns();
    this.missing = missing;
    stored = new int[tableColumns];
    Arrays.fill(stored, ABSENT);
    for (int column = 0; column < mapping.columns().length; column++) {
      if (mapping.columns()[column] != RowMapping.DROPPED) {
        stored[mapping.columns()[column]] = column;
      }
    }
    nullsSeen = new byte[(layout.columns().size() + 7) / 8];
  }

  int version() {
    return layout.version();
  }

  void begin() {
    Arrays.fill(nullsSeen, (byte) 0);
  }

  /** What is wrong with a row of this layout's version; null when nothing is. */
  String check(byte[] data, int start, int end) {
    int flags = data[start + RowLayout.FLAGS];
    if ((flags & ~RowLayout.WIDE) != 0) {
      return "it has unknown flags " + (flags & 0xFF);
    }
    boolean wide = flags == RowLayout.WIDE;
    int variableBytes = end - start - layout.variableStart(wide);
    if (variableBytes < 0) {
      return "it is cut off: "
          + (end - start)
          + " bytes instead of at least "
          + layout.variableStart(wide);
    }
    int last = wide ? lastWideOffset(data, start) : lastOffset(data, start);
    if (last != variableBytes) {
      return last < 0
          ? "the offsets of its columns are not in order"
          : "its columns end at byte " + last + " of " + variableBytes;
    }
    for (int index = 0; index < nullsSeen.length; index++) {
      nullsSeen[index] |= data[start + RowLayout.NULLS + index];
    }
    return null;
  }

  private int lastOffset(byte[] data, int start) {
    int previous = 0;
    int at = start + offsetsStart;
    for (int index = 0; index < variableColumns; index++) {
      int offset = LittleEndian.getShort(data, at) & 0xFFFF;
      if (offset < previous) {
        return -1;
      }
      previous = offset;
      at += Short.BYTES;
    }
    return previous;
  }

  private int lastWideOffset(byte[] data, int start) {
    int previous = 0;
    int at = start + offsetsStart;
    for (int index = 0; index < variableColumns; index++) {
      int offset = LittleEndian.getInt(data, at);
      if (offset < previous) {
        return -1;
      }
      previous = offset;
      at += Integer.BYTES;
    }
    return previous;
  }

  /** Whether rows hold a column of the table. */
  boolean has(int column) {
    return stored[column] != ABSENT;
  }

  /** Decodes a column of the table; the target was reset and has room. */
  void decode(byte[] data, int[] starts, int column, Selection rows, ColumnVector target) {
    int index = stored[column];
    if (index == ABSENT) {
      fillMissing(missing[column], rows, target);
      return;
    }
    FixedField field = layout.field(index);
    if (field != null) {
      field.read(data, starts, layout.place(index), rows, target);
    } else {
      share(data, starts, layout.place(index), rows, (BytesVector) target);
    }
    if ((nullsSeen[index >> 3] & (1 << (index & 7))) != 0) {
      markNulls(data, starts, index, rows, target.startNulls());
    }
  }

  private static void fillMissing(ColumnVector value, Selection rows, ColumnVector target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (value == null) {
        target.setNull(row);
      } else {
        target.copyRow(row, value, 0);
      }
    }
  }

  private static void markNulls(
      byte[] data, int[] starts, int column, Selection rows, boolean[] nulls) {
    int shift = RowLayout.NULLS + (column >> 3);
    int bit = 1 << (column & 7);
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      nulls[row] = (data[starts[row] + shift] & bit) != 0;
    }
  }

  private void share(byte[] data, int[] starts, int place, Selection rows, BytesVector target) {
    target.share(data);
    int[] valueStarts = target.starts();
    int[] lengths = target.lengths();
    int variableStart = layout.variableStart(false);
    int offsetAt = offsetsStart + (place - 1) * Short.BYTES;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int start = starts[row];
      if (data[start + RowLayout.FLAGS] != 0) {
        shareWide(data, start, place, row, target);
        continue;
      }
      int from = place == 0 ? 0 : LittleEndian.getShort(data, start + offsetAt) & 0xFFFF;
      int to = LittleEndian.getShort(data, start + offsetAt + Short.BYTES) & 0xFFFF;
      valueStarts[row] = start + variableStart + from;
      lengths[row] = to - from;
    }
  }

  private void shareWide(byte[] data, int start, int place, int row, BytesVector target) {
    int at = start + offsetsStart + place * Integer.BYTES;
    int from = place == 0 ? 0 : LittleEndian.getInt(data, at - Integer.BYTES);
    target.starts()[row] = start + layout.variableStart(true) + from;
    target.lengths()[row] = LittleEndian.getInt(data, at) - from;
  }
}
