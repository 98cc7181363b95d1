package io.gabbro.serializer.foryrow;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Writes objects of a class as rows: of records and beans, whose fields are read directly.
 * Fractions of microseconds are dropped. Immutable and thread-safe.
 *
 * @param <T> the class
 */
public final class ForyRowEncoder<T> {
  private final ClassSchema root;

  /**
   * An encoder for a class.
   *
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION} as {@link ForyRowSchema#of(Class)}
   */
  public ForyRowEncoder(Class<T> type) {
    root = ClassSchema.of(type);
  }

  /** The fields of the rows. */
  public ForyRowSchema schema() {
    return root.schema();
  }

  /**
   * Appends a row.
   *
   * @param value not null
   * @throws GabbroException {@code SERIALIZATION} when a decimal has too many digits, or a time is
   *     too far from 1970
   */
  public void encode(T value, ByteBuilder target) {
    try {
      new Writer(new RowBuilder(target)).row(root, value);
    } catch (ArithmeticException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.SERIALIZATION, "a row cannot hold the value: " + e.getMessage());
    }
  }

  /** The bytes of a row. */
  public byte[] encode(T value) {
    ByteBuilder target = new ByteBuilder();
    encode(value, target);
    return target.toByteArray();
  }

  /** Writes one row. */
  private final class Writer {
    private final RowBuilder rows;
    private final ByteBuilder utf8 = new ByteBuilder();

    Writer(RowBuilder rows) {
      this.rows = rows;
    }

    private void row(ClassSchema struct, Object value) {
      ForyRowSchema schema = struct.schema();
      int start = rows.startRow(schema);
      for (int ordinal = 0; ordinal < schema.fields().size(); ordinal++) {
        Object member;
        try {
          member = (Object) struct.getters().get(ordinal).invokeExact(value);
        } catch (Error e) {
          throw e;
        } catch (Throwable e) { // A method handle may throw what the getter throws: anything.
          throw GabbroException.causedBy(
              e,
              ErrorCode.SERIALIZATION,
              "field \"" + schema.fields().get(ordinal).name() + "\" cannot be read: " + e);
        }
        ForyRowType type = schema.fields().get(ordinal).type();
        put(type, member, start, start, ordinal, RowBuilder.place(schema, start, ordinal));
      }
    }

    private void put(ForyRowType type, Object boxed, int start, int nulls, int index, int place) {
      Object value = unwrapped(boxed);
      if (value == null) {
        rows.setNull(nulls, index);
      } else if (type instanceof ForyRowType.Decimal decimal) {
        rows.putDecimal(place, start, fitting((BigDecimal) value, decimal), decimal.scale());
      } else if (type == Scalar.UTF8) {
        String text = value instanceof Enum<?> constant ? constant.name() : (String) value;
        utf8.clear();
        if (!utf8.putUtf8(text)) {
          throw new GabbroException(ErrorCode.SERIALIZATION, "a text has half of a surrogate pair");
        }
        rows.putBytes(place, start, utf8.bytes(), 0, utf8.length());
      } else if (type instanceof Scalar scalar) {
        rows.putNumber(place, scalar.width(), number(scalar, value));
      } else {
        int at = rows.target().length();
        nested(type, value);
        rows.putRegion(place, start, at);
      }
    }

    private void nested(ForyRowType type, Object value) {
      if (type instanceof ForyRowType.Struct struct) {
        row(root.structs().get(struct.schema()), value);
      } else if (type instanceof ForyRowType.Array array) {
        array(array.element(), elements(value));
      } else if (type instanceof ForyRowType.Entries entries) {
        Map<?, ?> map = (Map<?, ?>) value;
        int at = rows.target().length();
        rows.target().putLongLittle(0);
        array(entries.key(), map.keySet());
        int keyBytes = rows.target().length() - at - Long.BYTES;
        LittleEndian.putLong(rows.target().bytes(), at, keyBytes);
        array(entries.value(), map.values());
      }
    }

    private void array(ForyRowType element, Collection<?> values) {
      int width = element.elementWidth();
      int start = rows.startArray(values.size(), width);
      int nulls = start + Long.BYTES;
      int data = nulls + ForyRowSchema.nullBytes(values.size());
      int index = 0;
      for (Object value : values) {
        put(element, value, start, nulls, index, data + index * width);
        index++;
      }
    }
  }

  private static List<?> elements(Object value) {
    if (value instanceof Collection<?> collection) {
      return Arrays.asList(collection.toArray());
    }
    Object[] boxed = new Object[Array.getLength(value)];
    Arrays.setAll(boxed, index -> Array.get(value, index));
    return Arrays.asList(boxed);
  }

  private static Object unwrapped(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.orElse(null);
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? optional.getAsInt() : null;
    }
    if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? optional.getAsLong() : null;
    }
    return value instanceof OptionalDouble optional
        ? optional.isPresent() ? optional.getAsDouble() : null
        : value;
  }

  private static long number(Scalar type, Object value) {
    return switch (type) {
      case BOOL -> (Boolean) value ? 1 : 0;
      case FLOAT32, FLOAT64 -> RowBuilder.bits(type, ((Number) value).doubleValue());
      case DATE32 -> Math.toIntExact(((LocalDate) value).toEpochDay());
      case TIMESTAMP -> micros((Instant) value);
      default -> ((Number) value).longValue();
    };
  }

  private static long micros(Instant time) {
    long seconds = Math.multiplyExact(time.getEpochSecond(), 1_000_000L);
    return Math.addExact(seconds, time.getNano() / 1000);
  }

  private static BigDecimal fitting(BigDecimal value, ForyRowType.Decimal type) {
    long digitsInFront = (long) value.precision() - value.scale();
    if (value.stripTrailingZeros().scale() > type.scale() || digitsInFront > 58) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION,
          value + " has more than " + type.scale() + " digits behind the point, or too many");
    }
    return value;
  }
}
