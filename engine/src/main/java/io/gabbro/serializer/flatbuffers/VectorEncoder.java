package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.vector.BytesVector;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/** Builds vectors from their JSON text. Not thread-safe. */
final class VectorEncoder {
  private static final Set<String> SPECIAL = Set.of("NaN", "Infinity", "-Infinity");

  private final FlatBufferBuilder builder;
  private final FlatBufferSchema schema;
  private long[] values = new long[16];

  VectorEncoder(FlatBufferBuilder builder, FlatBufferSchema schema) {
    this.builder = builder;
    this.schema = schema;
  }

  /** Whether vectors of a type can be built from JSON. */
  static boolean writes(FieldType vector) {
    return vector.base() == BaseType.VECTOR
        && vector.element() != BaseType.UTYPE
        && (vector.element().isScalar() || vector.element() == BaseType.STRING);
  }

  /**
   * Adds the vector of a JSON array.
   *
   * @return its offset in the builder
   * @throws GabbroException {@code SERIALIZATION} when the text is none of such elements
   */
  int encode(MappedField field, BytesVector column, int row) {
    JsonArray array = new JsonArray(column.data(), column.start(row), column.length(row));
    FieldType element = field.type().elementType();
    int count = 0;
    try {
      while (array.next()) {
        if (count == values.length) {
          values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] =
            element.base() == BaseType.STRING ? string(array) : scalar(element, array);
      }
    } catch (JsonArray.MalformedException | NumberFormatException e) {
      throw GabbroException.causedBy(
          e,
          ErrorCode.SERIALIZATION,
          field + " needs a JSON array of " + element.base() + ": " + e.getMessage());
    }
    return element.base() == BaseType.STRING ? offsets(count) : scalars(element.base(), count);
  }

  private int string(JsonArray array) {
    if (array.kind() != JsonArray.Kind.STRING) {
      throw new NumberFormatException("an element is no string");
    }
    return builder.createString(ByteBuffer.wrap(array.text().bytes(), 0, array.text().length()));
  }

  private long scalar(FieldType element, JsonArray array) {
    BaseType base = element.base();
    String text = array.text().toString();
    switch (array.kind()) {
      case TRUE, FALSE -> {
        if (base == BaseType.BOOL) {
          return array.kind() == JsonArray.Kind.TRUE ? 1 : 0;
        }
      }
      case NUMBER -> {
        if (base.isFloating()) {
          return floating(base, text);
        }
        if (base != BaseType.BOOL) {
          return integer(base, text);
        }
      }
      case STRING -> {
        if (base.isFloating() && SPECIAL.contains(text)) {
          return bits(base, Double.parseDouble(text));
        }
        SchemaEnum.Value value =
            schema.isEnum(element) ? schema.enumOf(element).byName().get(text) : null;
        if (value != null) {
          return value.number();
        }
      }
    }
    throw new NumberFormatException("there is an element of another type");
  }

  private static long integer(BaseType base, String text) {
    long number = base == BaseType.ULONG ? Long.parseUnsignedLong(text) : Long.parseLong(text);
    if (base != BaseType.ULONG && !base.holds(number)) {
      throw new NumberFormatException(text + " is out of range");
    }
    return number;
  }

  private static long floating(BaseType base, String text) {
    double number = base == BaseType.FLOAT ? Float.parseFloat(text) : Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw new NumberFormatException(text + " is out of range");
    }
    return bits(base, number);
  }

  private static long bits(BaseType base, double number) {
    return base == BaseType.FLOAT
        ? Float.floatToRawIntBits((float) number)
        : Double.doubleToRawLongBits(number);
  }

  private int scalars(BaseType base, int count) {
    int width = base.width();
    byte[] bytes = new byte[count * width];
    for (int index = 0; index < count; index++) {
      base.write(bytes, index * width, values[index]);
    }
    builder.createUnintializedVector(width, count, width).put(bytes);
    return builder.endVector();
  }

  private int offsets(int count) {
    builder.startVector(Integer.BYTES, count, Integer.BYTES);
    for (int index = count - 1; index >= 0; index--) {
      builder.addOffset((int) values[index]);
    }
    return builder.endVector();
  }
}
