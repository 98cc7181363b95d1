package io.gabbro.serializer.foryrow;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import java.math.BigDecimal;

/**
 * Writes values of columns into rows.
 *
 * @param rows where to
 * @param column the column
 */
record CellWriter(RowBuilder rows, RowColumn column) {
  /**
   * Writes a value that is not NULL.
   *
   * @param start where the row starts
   * @throws GabbroException {@code SERIALIZATION} when the field has no such value
   */
  void put(ColumnVector vector, int row, int start, int ordinal) {
    ForyRowType type = column.shown().type();
    ForyRowSchema schema = column.schemas().get(column.schemas().size() - 1);
    int place = RowBuilder.place(schema, start, ordinal);
    if (vector instanceof BytesVector bytes) {
      putBytes(type, bytes, row, start, place);
    } else if (vector instanceof DecimalVector decimals) {
      putDecimal((ForyRowType.Decimal) type, decimals, row, start, place);
    } else if (vector instanceof DoubleVector doubles) {
      double value = doubles.values()[row];
      if (type == Scalar.FLOAT32 && Double.compare((float) value, value) != 0) {
        throw misfit(value, "float");
      }
      rows.putNumber(place, type.width(), RowBuilder.bits(type, value));
    } else if (vector instanceof BooleanVector booleans) {
      rows.putNumber(place, 1, booleans.values()[row] ? 1 : 0);
    } else {
      long value =
          vector instanceof IntVector ints
              ? ints.values()[row]
              : ((LongVector) vector).values()[row];
      int unused = Long.SIZE - Byte.SIZE * type.width();
      if (value << unused >> unused != value) {
        throw misfit(value, type.toString());
      }
      rows.putNumber(place, type.width(), value);
    }
  }

  private void putBytes(ForyRowType type, BytesVector bytes, int row, int start, int place) {
    int length = bytes.length(row);
    if (!(type instanceof ForyRowType.Array)) {
      rows.putBytes(place, start, bytes.data(), bytes.start(row), length);
      return;
    }
    int at = rows.startArray(length, 1);
    int data = at + Long.BYTES + ForyRowSchema.nullBytes(length);
    System.arraycopy(bytes.data(), bytes.start(row), rows.target().bytes(), data, length);
    rows.putRegion(place, start, at);
  }

  private void putDecimal(
      ForyRowType.Decimal type, DecimalVector decimals, int row, int start, int place) {
    BigDecimal value = decimals.decimal(row, column.type().scale());
    if (value.stripTrailingZeros().scale() > type.scale()) {
      throw misfit(value, "decimal of scale " + type.scale());
    }
    rows.putDecimal(place, start, value, type.scale());
  }

  private GabbroException misfit(Object value, String type) {
    return new GabbroException(
        ErrorCode.SERIALIZATION,
        "field \"" + column.field().path() + "\": " + value + " is no " + type);
  }
}
