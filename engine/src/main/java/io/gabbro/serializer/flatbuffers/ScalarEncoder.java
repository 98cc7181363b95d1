package io.gabbro.serializer.flatbuffers;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Turns values of a column into scalars of its field. Immutable. */
final class ScalarEncoder {
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_ULONG = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final MappedField field;
  private final BaseType base;
  private final SqlType column;
  private final SchemaEnum names;

  /**
   * An encoder.
   *
   * @param names the enum whose names the column holds; null when it holds numbers
   */
  ScalarEncoder(MappedField field, SchemaEnum names) {
    this.field = field;
    this.names = names;
    base = field.type().base();
    column = field.column().type();
  }

  /**
   * The bits of a value that is not NULL, as {@link BaseType#read} gives them.
   *
   * @throws GabbroException {@code SERIALIZATION} when the field does not hold it
   */
  long bits(ColumnVector vector, int row) {
    return switch (vector.kind()) {
      case BOOLEAN -> ((BooleanVector) vector).values()[row] ? 1 : 0;
      case INT -> integer(((IntVector) vector).values()[row]);
      case LONG -> integer(((LongVector) vector).values()[row]);
      case DECIMAL -> decimal(((DecimalVector) vector).decimal(row, column.scale()));
      case DOUBLE -> floating(((DoubleVector) vector).values()[row]);
      case BYTES -> named(((BytesVector) vector).string(row));
      case INTERVAL -> throw new IllegalStateException("an interval as " + base);
    };
  }

  private long integer(long value) {
    if (!base.holds(value)) {
      throw refused(value);
    }
    return value;
  }

  private long decimal(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    BigInteger least = base == BaseType.ULONG ? BigInteger.ZERO : MIN_LONG;
    BigInteger greatest = base == BaseType.ULONG ? MAX_ULONG : MAX_LONG;
    BigInteger whole = plain.toBigInteger();
    if (plain.scale() > 0 || whole.compareTo(least) < 0 || whole.compareTo(greatest) > 0) {
      throw refused(value.toPlainString());
    }
    return base == BaseType.ULONG ? whole.longValue() : integer(whole.longValue());
  }

  private long floating(double value) {
    if (base == BaseType.DOUBLE) {
      return Double.doubleToRawLongBits(value);
    }
    float narrow = (float) value;
    if (narrow != value && !Double.isNaN(value)) {
      throw refused(value);
    }
    return Float.floatToRawIntBits(narrow);
  }

  private long named(String name) {
    SchemaEnum.Value value = names.byName().get(name);
    if (value != null) {
      return value.number();
    }
    try {
      long number = base == BaseType.ULONG ? Long.parseUnsignedLong(name) : Long.parseLong(name);
      String shown = base == BaseType.ULONG ? Long.toUnsignedString(number) : Long.toString(number);
      // Another spelling, or the number of a named value, would not be read back as it is written.
      if (shown.equals(name)
          && names.value(number) == null
          && (base == BaseType.ULONG || base.holds(number))) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It is no number either: the same error.
    }
    throw new GabbroException(
        ErrorCode.SERIALIZATION,
        field
            + " cannot hold '"
            + name
            + "': the values of "
            + names.name()
            + " are "
            + String.join(", ", names.byName().keySet()));
  }

  private GabbroException refused(Object value) {
    return new GabbroException(
        ErrorCode.SERIALIZATION,
        field + " cannot hold " + value + ": the field is of type " + base);
  }
}
