package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/**
 * The encoding of one part of a key, NULL aside. Immutable and thread-safe.
 *
 * <p>Descending parts have every byte inverted.
 */
abstract sealed class PartCodec
    permits BooleanPart,
        IntegerPart,
        LongPart,
        FloatPart,
        DoublePart,
        DecimalPart,
        BytesPart,
        UuidPart,
        RemainingBytesPart,
        UnsignedLongPart,
        LittleEndianPart,
        InstantPart {
  /** What {@link #fixedWidth} says of a part whose length depends on the value. */
  static final int VARIABLE = -1;

  /** The encoding of a type's values. */
  static PartCodec of(SqlType type, boolean descending) {
    return switch (type.kind()) {
      case BOOLEAN -> new BooleanPart(descending);
      case TINYINT -> new IntegerPart(1, descending);
      case SMALLINT -> new IntegerPart(2, descending);
      case INTEGER, DATE -> new IntegerPart(4, descending);
      case BIGINT, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> new LongPart(descending);
      case REAL -> new FloatPart(descending);
      case DOUBLE -> new DoublePart(descending);
      case NUMERIC -> new DecimalPart(descending);
      case CHAR, VARCHAR, VARBINARY -> new BytesPart(descending);
      case UUID -> new UuidPart(descending);
      case NULL, INTERVAL -> throw new IllegalArgumentException(type + " cannot be part of a key");
    };
  }

  /** The length of each value in bytes, or {@link #VARIABLE}. */
  abstract int fixedWidth();

  /** Whether some bytes of the right length are no value. */
  boolean refusesSome() {
    return false;
  }

  /** Whether keys can have a value, which is not NULL; one that they cannot have is below all. */
  boolean accepts(ColumnVector column, int row) {
    return true;
  }

  /** Appends a value that is not NULL. */
  abstract void encode(ColumnVector column, int row, ByteBuilder target);

  /**
   * Checks a value.
   *
   * @param start where it starts
   * @param limit where the key ends
   * @return where the value ends; -1 when these bytes are no value
   */
  abstract int end(byte[] keys, int start, int limit);

  /**
   * Decodes values that {@link #end} accepted: that of row {@code r} from {@code starts[r] + shift}
   * to {@code ends[r]}; parts of fixed width do not look at {@code ends}. The target was reset and
   * has room.
   */
  abstract void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target);
}
