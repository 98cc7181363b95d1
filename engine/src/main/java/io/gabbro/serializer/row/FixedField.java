package io.gabbro.serializer.row;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** How the values of a type of fixed width lie in a row. Immutable and thread-safe. */
abstract sealed class FixedField
    permits BooleanField,
        IntegerField,
        LongField,
        FloatField,
        DoubleField,
        NarrowDecimalField,
        WideDecimalField,
        UuidField {
  private static final int NARROW_DIGITS = 18;

  /** The field of a type. */
  static FixedField of(SqlType type) {
    return switch (type.kind()) {
      case BOOLEAN -> new BooleanField();
      case TINYINT -> new IntegerField(1);
      case SMALLINT -> new IntegerField(2);
      case INTEGER, DATE -> new IntegerField(4);
      case BIGINT, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> new LongField();
      case REAL -> new FloatField();
      case DOUBLE -> new DoubleField();
      case NUMERIC ->
          type.length() <= NARROW_DIGITS ? new NarrowDecimalField(type) : new WideDecimalField();
      case UUID -> new UuidField();
      case CHAR, VARCHAR, VARBINARY, NULL, INTERVAL ->
          throw new IllegalArgumentException(type + " has no field in rows");
    };
  }

  /** The number of bytes. */
  abstract int width();

  /** Writes a value that is not NULL from {@code at}. */
  abstract void write(ColumnVector column, int row, byte[] target, int at);

  /**
   * Reads the values of the selected rows, that of row {@code r} from {@code starts[r] + shift}.
   * The target was reset and has room.
   */
  abstract void read(byte[] data, int[] starts, int shift, Selection rows, ColumnVector target);
}
