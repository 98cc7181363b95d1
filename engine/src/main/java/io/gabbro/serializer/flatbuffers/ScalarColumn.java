package io.gabbro.serializer.flatbuffers;

import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Scalars, and numbers of enums and unions. */
final class ScalarColumn implements FieldColumn {
  private final BaseType base;
  private final boolean hasDefault;
  private final long defaultBits;
  private final int scale;
  private final Int128 decimal = new Int128();

  ScalarColumn(SchemaField field, SqlType target) {
    base = field.type().base();
    hasDefault = field.hasDefault();
    defaultBits = field.defaultBits();
    scale = target.scale();
  }

  @Override
  public void decode(FlatBufferReader block, int[] places, Selection rows, ColumnVector target) {
    switch (target.kind()) {
      case BOOLEAN -> booleans(block.bytes(), places, rows, (BooleanVector) target);
      case INT -> ints(block.bytes(), places, rows, (IntVector) target);
      case LONG -> longs(block.bytes(), places, rows, (LongVector) target);
      case DOUBLE -> doubles(block.bytes(), places, rows, (DoubleVector) target);
      case DECIMAL -> decimals(block.bytes(), places, rows, (DecimalVector) target);
      default -> throw new IllegalStateException(base + " as " + target.kind());
    }
  }

  /** Whether a place means NULL. */
  private boolean isNull(byte[] bytes, int place) {
    return place > 0
        ? base == BaseType.UTYPE && bytes[place] == 0
        : place != ValueBytes.ABSENT || !hasDefault;
  }

  private long bits(byte[] bytes, int place) {
    return place > 0 ? base.read(bytes, place) : defaultBits;
  }

  private void booleans(byte[] bytes, int[] places, Selection rows, BooleanVector target) {
    boolean[] values = target.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (isNull(bytes, places[row])) {
        target.setNull(row);
      } else {
        values[row] = bits(bytes, places[row]) != 0;
      }
    }
  }

  private void ints(byte[] bytes, int[] places, Selection rows, IntVector target) {
    int[] values = target.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (isNull(bytes, places[row])) {
        target.setNull(row);
      } else {
        values[row] = (int) bits(bytes, places[row]);
      }
    }
  }

  private void longs(byte[] bytes, int[] places, Selection rows, LongVector target) {
    long[] values = target.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (isNull(bytes, places[row])) {
        target.setNull(row);
      } else {
        values[row] = bits(bytes, places[row]);
      }
    }
  }

  private void doubles(byte[] bytes, int[] places, Selection rows, DoubleVector target) {
    double[] values = target.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (isNull(bytes, places[row])) {
        target.setNull(row);
      } else {
        values[row] = base.toDouble(bits(bytes, places[row]));
      }
    }
  }

  private void decimals(byte[] bytes, int[] places, Selection rows, DecimalVector target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (isNull(bytes, places[row])) {
        target.setNull(row);
        continue;
      }
      long bits = bits(bytes, places[row]);
      decimal.set(base == BaseType.ULONG ? 0 : bits >> 63, bits);
      // The type has room for the digits of the field in front of the point.
      decimal.scaleUp(scale);
      target.set(row, decimal.high(), decimal.low());
    }
  }
}
