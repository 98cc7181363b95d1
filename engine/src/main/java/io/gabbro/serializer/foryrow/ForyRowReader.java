package io.gabbro.serializer.foryrow;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueReader;
import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import io.gabbro.type.Dates;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Reads the fields that columns show from the bytes of rows. */
final class ForyRowReader implements ValueReader {
  private final List<RowColumn> columns;
  private final byte[] prefix;
  private byte[] values;
  private int[] offsets;
  private RowDecoder.BadRowListener listener;
  private boolean[] bad = new boolean[0];
  private boolean anyBad;
  // Where the last field was found, and the row around it; then where its bytes are.
  private int place;
  private int around;
  private int aroundLength;
  private int start;
  private int length;

  ForyRowReader(List<RowColumn> columns, byte[] prefix) {
    this.columns = columns;
    this.prefix = prefix;
  }

  @Override
  public void begin(
      byte[] blockValues, int[] valueOffsets, int rows, RowDecoder.BadRowListener badRows) {
    values = blockValues;
    offsets = valueOffsets;
    listener = badRows;
    anyBad = false;
    if (bad.length < rows) {
      bad = new boolean[rows];
    } else {
      Arrays.fill(bad, 0, rows, false);
    }
  }

  @Override
  public void decode(int index, Selection rows, ColumnVector target) {
    RowColumn column = columns.get(index);
    ForyRowType type = column.shown().type();
    target.reset();
    target.ensureCapacity(rows.end());
    if (target instanceof BytesVector bytes) {
      bytes.share(values);
    }
    IntConsumer reader = row -> readOne(column, type, row, target);
    if (anyBad
        || prefix.length > 0
        || !new RootFields(values, offsets, column, reader).read(rows, target)) {
      int count = rows.count();
      for (int position = 0; position < count; position++) {
        readOne(column, type, rows.position(position), target);
      }
    }
  }

  private void readOne(RowColumn column, ForyRowType type, int row, ColumnVector target) {
    if (bad[row] || !locate(column, row)) {
      target.setNull(row);
    } else {
      read(column, type, row, target);
    }
  }

  /** Finds the field of a row; false when it, or a row on the way, is null or bad. */
  private boolean locate(RowColumn column, int row) {
    start = offsets[row] + prefix.length;
    length = offsets[row + 1] - start;
    if (prefix.length > 0 && !hasPrefix(row)) {
      return tell(row, "it does not start with the hash of its schema");
    }
    int last = column.ordinals().length - 1;
    for (int depth = 0; depth <= last; depth++) {
      int needed = column.needed()[depth];
      if (length < needed) {
        return tell(row, "it has " + length + " bytes instead of at least " + needed);
      }
      int ordinal = column.ordinals()[depth];
      if ((values[start + (ordinal >> 3)] >> (ordinal & 7) & 1) != 0) {
        return false;
      }
      place = start + column.places()[depth];
      around = start;
      aroundLength = length;
      if (depth < last && !follow(row)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasPrefix(int row) {
    return length >= 0 && Arrays.equals(values, offsets[row], start, prefix, 0, prefix.length);
  }

  /** Finds the bytes of a value whose place and size were located. */
  private boolean follow(int row) {
    long slot = LittleEndian.getLong(values, place);
    long offset = slot >>> 32;
    long size = slot & 0xFFFF_FFFFL;
    if (offset + size > aroundLength) {
      return tell(row, size + " bytes from byte " + offset + " leave it");
    }
    start = around + (int) offset;
    length = (int) size;
    return true;
  }

  private boolean tell(int row, String problem) {
    bad[row] = true;
    anyBad = true;
    listener.badRow(row, "the value is no row of Fory: " + problem);
    return false;
  }

  private void bad(RowColumn column, int row, ColumnVector target, String problem) {
    tell(row, "field \"" + column.field().path() + "\" " + problem);
    target.setNull(row);
  }

  private void read(RowColumn column, ForyRowType type, int row, ColumnVector target) {
    target.setNotNull(row);
    if (type == Scalar.BOOL) {
      ((BooleanVector) target).values()[row] = values[place] != 0;
    } else if (type == Scalar.FLOAT32) {
      ((DoubleVector) target).values()[row] =
          Float.intBitsToFloat(LittleEndian.getInt(values, place));
    } else if (type == Scalar.FLOAT64) {
      ((DoubleVector) target).values()[row] =
          Double.longBitsToDouble(LittleEndian.getLong(values, place));
    } else if (type instanceof Scalar scalar && scalar.width() > 0) {
      number(column, scalar, row, target);
    } else if (!follow(row)) {
      target.setNull(row);
    } else if (type instanceof ForyRowType.Decimal decimal) {
      decimal(column, decimal, row, (DecimalVector) target);
    } else {
      bytes(column, type, row, (BytesVector) target);
    }
  }

  private void number(RowColumn column, Scalar type, int row, ColumnVector target) {
    long value =
        switch (type.width()) {
          case 1 -> values[place];
          case 2 -> LittleEndian.getShort(values, place);
          case 4 -> LittleEndian.getInt(values, place);
          default -> LittleEndian.getLong(values, place);
        };
    if ((type == Scalar.DATE32 && !Dates.isValidDay(value))
        || (type == Scalar.TIMESTAMP && !Dates.isValidTimestamp(value))) {
      bad(column, row, target, "is " + value + ", which is out of range");
    } else if (target instanceof IntVector ints) {
      ints.values()[row] = (int) value;
    } else {
      ((LongVector) target).values()[row] = value;
    }
  }

  private void decimal(RowColumn column, ForyRowType.Decimal type, int row, DecimalVector target) {
    if (length != ForyRowCells.DECIMAL_BYTES) {
      bad(column, row, target, "is a decimal of " + length + " bytes");
      return;
    }
    int scale = column.type().scale();
    long low = LittleEndian.getLong(values, start);
    long high = LittleEndian.getLong(values, start + Long.BYTES);
    boolean isShort = isSign(high, start + 2 * Long.BYTES);
    if (isShort && high == low >> 63 && scale == type.scale() && column.type().length() > 18) {
      target.set(row, low);
      return;
    }
    byte[] big = new byte[length];
    for (int index = 0; index < length; index++) {
      big[index] = values[start + length - 1 - index];
    }
    BigDecimal value = new BigDecimal(new BigInteger(big), type.scale());
    if (value.setScale(Math.min(scale, type.scale()), RoundingMode.DOWN).compareTo(value) != 0) {
      bad(column, row, target, "has more than " + scale + " digits behind the point");
      return;
    }
    try {
      Values.set(column.type(), target, row, value);
    } catch (GabbroException e) {
      bad(column, row, target, "does not fit: " + e.getMessage());
    }
  }

  /** Whether the upper half of a decimal repeats the sign of the lower one. */
  private boolean isSign(long high, int upper) {
    long sign = high >> 63;
    return LittleEndian.getLong(values, upper) == sign
        && LittleEndian.getLong(values, upper + Long.BYTES) == sign;
  }

  private void bytes(RowColumn column, ForyRowType type, int row, BytesVector target) {
    if (type == Scalar.UTF8 && !Utf8.isValid(values, start, length)) {
      bad(column, row, target, "is no UTF-8");
      return;
    }
    if (type instanceof ForyRowType.Array) {
      long count = length < Long.BYTES ? -1 : LittleEndian.getLong(values, start);
      int header = Long.BYTES;
      if (count >= 0 && count <= length) {
        header += ForyRowSchema.nullBytes((int) count);
      }
      if (count < 0 || count > length - (long) header || hasNulls(start, header)) {
        bad(column, row, target, "is no array of bytes");
        return;
      }
      start += header;
      length = (int) count;
    }
    target.starts()[row] = start;
    target.lengths()[row] = length;
  }

  private boolean hasNulls(int array, int header) {
    for (int at = Long.BYTES; at < header; at += Long.BYTES) {
      if (LittleEndian.getLong(values, array + at) != 0) {
        return true;
      }
    }
    return false;
  }
}
