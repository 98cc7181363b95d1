package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies strings, vectors, tables and unions of an old value, which has been verified, into a new
 * one. What the old value shares the new one shares too. Not thread-safe.
 */
final class ObjectCopier {
  /** Copies tables. */
  @FunctionalInterface
  interface TableCopier {
    /** Adds a copy of the table at a position and returns its offset in the builder. */
    int copy(SchemaObject type, int table);
  }

  private record Source(FieldType type, int position) {}

  private final FlatBufferBuilder builder;
  private final FlatBufferSchema schema;
  private final TableCopier tables;
  private final Map<Source, Integer> copies = new HashMap<>();
  private ValueBytes old;
  private long bytesLeft;

  ObjectCopier(FlatBufferBuilder builder, FlatBufferSchema schema, TableCopier tables) {
    this.builder = builder;
    this.schema = schema;
    this.tables = tables;
  }

  /** Starts with an old value. */
  void begin(ValueBytes value) {
    old = value;
    copies.clear();
    // Parts that overlap would let a small value grow without end.
    bytesLeft = 2L * (value.end() - value.start());
  }

  /** The error of an old value of which something would be lost. */
  static GabbroException lost(String what) {
    return new GabbroException(ErrorCode.SERIALIZATION, "the old value cannot be kept: " + what);
  }

  /**
   * Copies what the offset at a place leads to.
   *
   * @return its offset in the builder
   */
  int copy(FieldType type, int place) {
    Source source = new Source(type, old.follow(place));
    Integer done = copies.get(source);
    if (done != null) {
      return done;
    }
    int at = source.position();
    int copy =
        switch (type.base()) {
          case STRING -> builder.createString(slice(at + Integer.BYTES, old.count(at, 1)));
          case OBJECT ->
              schema.isStruct(type) ? struct(type, at) : tables.copy(schema.object(type), at);
          default -> vector(type.elementType(), at);
        };
    copies.put(source, copy);
    return copy;
  }

  /** Copies the union, or the vector of unions, at a place; its type is the field before it. */
  int copyUnion(SchemaField field, int table, int place) {
    SchemaEnum union = schema.enumOf(field.type());
    int slot = field.offset() - Short.BYTES;
    if (field.type().base() == BaseType.UNION) {
      return member(union, old.field(table, slot, Byte.BYTES), place);
    }
    int types = old.follow(old.field(table, slot, Integer.BYTES)) + Integer.BYTES;
    int vector = old.follow(place);
    int[] offsets = new int[old.count(vector, Integer.BYTES)];
    for (int index = 0; index < offsets.length; index++) {
      offsets[index] = member(union, types + index, vector + Integer.BYTES * (index + 1));
    }
    return offsets(offsets);
  }

  private int member(SchemaEnum union, int typeAt, int place) {
    int number = typeAt == ValueBytes.ABSENT ? 0 : old.bytes()[typeAt] & 0xFF;
    if (number == 0) {
      return 0;
    }
    SchemaEnum.Value member = union.value(number);
    if (member == null || member.member().base() == BaseType.NONE) {
      throw lost("the schema does not know member " + number + " of " + union.name());
    }
    return copy(member.member(), place);
  }

  private int struct(FieldType type, int at) {
    SchemaObject struct = schema.object(type);
    builder.prep(struct.alignment(), struct.byteSize());
    for (int index = struct.byteSize() - 1; index >= 0; index--) {
      builder.putByte(old.bytes()[at + index]);
    }
    return builder.offset();
  }

  private int vector(FieldType element, int vector) {
    int size = schema.inlineSize(element);
    int count = old.count(vector, size);
    if (element.base().isScalar() || schema.isStruct(element)) {
      ByteBuffer bytes = slice(vector + Integer.BYTES, count * size);
      builder.createUnintializedVector(size, count, schema.inlineAlignment(element)).put(bytes);
      return builder.endVector();
    }
    int[] offsets = new int[count];
    for (int index = 0; index < count; index++) {
      offsets[index] = copy(element, vector + Integer.BYTES * (index + 1));
    }
    return offsets(offsets);
  }

  private int offsets(int[] offsets) {
    builder.startVector(Integer.BYTES, offsets.length, Integer.BYTES);
    for (int index = offsets.length - 1; index >= 0; index--) {
      if (offsets[index] == 0) {
        builder.addInt(0);
      } else {
        builder.addOffset(offsets[index]);
      }
    }
    return builder.endVector();
  }

  private ByteBuffer slice(int at, int length) {
    bytesLeft -= length;
    if (bytesLeft < 0) {
      throw lost("its parts overlap");
    }
    return ByteBuffer.wrap(old.bytes(), at, length);
  }
}
