package io.gabbro.serializer.kafka;

import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueReader;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/**
 * Reads values behind timestamps with a reader that knows of no timestamps. When the first field of
 * a block is asked for, the values are copied close together.
 */
final class HeaderlessReader implements ValueReader {
  private static final int HEADER = TimestampedMapping.HEADER;

  private final ValueReader reader;
  private final Selection longEnough = new Selection(0);
  private byte[] values;
  private int[] offsets;
  private int count;
  private RowDecoder.BadRowListener listener;
  private byte[] bare = new byte[0];
  private int[] bareOffsets = new int[1];
  private boolean isCopied;
  private boolean someTooShort;

  HeaderlessReader(ValueReader reader) {
    this.reader = reader;
  }

  @Override
  public void begin(
      byte[] blockValues, int[] valueOffsets, int rows, RowDecoder.BadRowListener badRows) {
    values = blockValues;
    offsets = valueOffsets;
    count = rows;
    listener = badRows;
    isCopied = false;
  }

  @Override
  public void decode(int field, Selection rows, ColumnVector target) {
    if (!isCopied) {
      copy();
      reader.begin(bare, bareOffsets, count, listener);
      isCopied = true;
    }
    if (!someTooShort) {
      reader.decode(field, rows, target);
      return;
    }
    selectLongEnough(rows);
    reader.decode(field, longEnough, target);
    target.ensureCapacity(rows.end());
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (isTooShort(row)) {
        target.setNull(row);
        listener.badRow(row, TimestampedMapping.tooShort(offsets[row + 1] - offsets[row]));
      }
    }
  }

  private void copy() {
    int total = offsets[count] - offsets[0];
    if (bare.length < total) {
      bare = new byte[Math.max(total, (int) Math.min(Integer.MAX_VALUE - 8L, bare.length * 2L))];
    }
    if (bareOffsets.length <= count) {
      bareOffsets = new int[count + 1];
    }
    someTooShort = false;
    int end = 0;
    for (int row = 0; row < count; row++) {
      bareOffsets[row] = end;
      if (isTooShort(row)) {
        someTooShort = true;
      } else {
        int length = offsets[row + 1] - offsets[row] - HEADER;
        System.arraycopy(values, offsets[row] + HEADER, bare, end, length);
        end += length;
      }
    }
    Arrays.fill(bareOffsets, count, bareOffsets.length, end);
  }

  private boolean isTooShort(int row) {
    return offsets[row + 1] - offsets[row] < HEADER;
  }

  private void selectLongEnough(Selection rows) {
    int[] positions = longEnough.startPositions(rows.count());
    int selected = 0;
    for (int index = 0; index < rows.count(); index++) {
      if (!isTooShort(rows.position(index))) {
        positions[selected++] = rows.position(index);
      }
    }
    longEnough.setCount(selected);
  }
}
