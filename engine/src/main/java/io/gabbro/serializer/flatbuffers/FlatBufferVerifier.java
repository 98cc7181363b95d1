package io.gabbro.serializer.flatbuffers;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;

/**
 * Checks whole buffers against a schema: that vtables, offsets, fields, strings, vectors and unions
 * lie in the buffer and are aligned, strings end with a zero, and required fields are present.
 * Members of unions that the schema does not know are not looked into, nor are buffers nested in
 * vectors of bytes. Not thread-safe.
 */
final class FlatBufferVerifier {
  /** The greatest depth of nested tables. */
  static final int MAX_DEPTH = 64;

  /** The number of tables, strings and vectors that any buffer may refer to. */
  private static final int MIN_BUDGET = 1_000_000;

  private final FlatBufferSchema schema;
  private final SchemaObject root;
  private final ValueBytes value = new ValueBytes();
  private int start;
  private int budget;

  /** Whether the problem that was found begins with the name of a field. */
  private boolean located;

  /** A verifier of buffers with that root table. */
  FlatBufferVerifier(FlatBufferSchema schema, SchemaObject root) {
    this.schema = schema;
    this.root = root;
  }

  /**
   * Checks a buffer.
   *
   * @throws GabbroException {@code SERIALIZATION} when it is not in order
   */
  void verify(byte[] bytes, int offset, int length) {
    String problem = problem(bytes, offset, offset + length);
    if (problem != null) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, "the value is no " + root.simpleName() + ": " + problem);
    }
  }

  /** What is wrong with the buffer from {@code from} to {@code to}; null when it is in order. */
  String problem(byte[] bytes, int from, int to) {
    value.set(bytes, from, to);
    start = from;
    located = false;
    // Without shared parts a buffer has at most one for four bytes.
    budget = Math.max(MIN_BUDGET, (to - from) / Integer.BYTES);
    int table = value.root();
    if (table == ValueBytes.BAD) {
      return value.problem();
    }
    return aligned(table, Integer.BYTES) ? table(root, table, 1) : "its root table is not aligned";
  }

  private boolean aligned(int position, int alignment) {
    return ((position - start) & (alignment - 1)) == 0;
  }

  private String table(SchemaObject type, int table, int depth) {
    if (depth > MAX_DEPTH) {
      return "it is nested deeper than " + MAX_DEPTH + " tables";
    }
    if (--budget < 0) {
      return "it has too many parts";
    }
    String problem = vtable(table);
    for (int id = 0; problem == null && id < type.fields().size(); id++) {
      SchemaField field = type.fields().get(id);
      problem = field(type, field, table, depth);
      if (problem != null) {
        problem = field.name() + (located ? "." : ": ") + problem;
        located = true;
      }
    }
    return problem;
  }

  private String vtable(int table) {
    long at = (long) table - LittleEndian.getInt(value.bytes(), table);
    if (at < value.start() || at > value.end() - (long) Integer.BYTES) {
      return "a vtable lies outside of it";
    }
    int vtable = (int) at;
    int length = LittleEndian.getShort(value.bytes(), vtable) & 0xFFFF;
    int size = LittleEndian.getShort(value.bytes(), vtable + Short.BYTES) & 0xFFFF;
    if (!aligned(vtable, Short.BYTES) || length % Short.BYTES != 0) {
      return "a vtable is not aligned";
    }
    if (length < 2 * Short.BYTES || !value.holds(vtable, length)) {
      return "a vtable has " + length + " bytes";
    }
    return size < Integer.BYTES || !value.holds(table, size)
        ? "a table has " + size + " bytes"
        : null;
  }

  private String field(SchemaObject owner, SchemaField field, int table, int depth) {
    FieldType type = field.type();
    int size = schema.inlineSize(type);
    int at = value.field(table, field.offset(), size);
    if (at == ValueBytes.BAD) {
      return value.problem();
    }
    if (at == ValueBytes.ABSENT) {
      return field.required() ? "a required field is absent" : null;
    }
    int vtable = table - LittleEndian.getInt(value.bytes(), table);
    int tableSize = LittleEndian.getShort(value.bytes(), vtable + Short.BYTES) & 0xFFFF;
    if (at - table < Integer.BYTES || at - table + size > tableSize) {
      return "a field lies outside of its table";
    }
    if (!aligned(at, schema.inlineAlignment(type))) {
      return "a field is not aligned";
    }
    if (type.base() == BaseType.UNION) {
      int typeAt = value.field(table, field.offset() - Short.BYTES, Byte.BYTES);
      return typeAt == ValueBytes.BAD ? value.problem() : member(type, typeAt, at, depth);
    }
    if (type.element() == BaseType.UNION) {
      return unions(owner.fields().get(field.id() - 1), type, table, at, depth);
    }
    return content(type, at, depth);
  }

  /** Checks what an offset at a place leads to, if it is one. */
  private String content(FieldType type, int place, int depth) {
    if (type.base().isScalar() || schema.isStruct(type)) {
      return null;
    }
    int at = value.follow(place);
    if (at == ValueBytes.BAD) {
      return value.problem();
    }
    if (!aligned(at, Integer.BYTES)) {
      return "a table, string or vector is not aligned";
    }
    return switch (type.base()) {
      case STRING -> string(at);
      case OBJECT -> table(schema.object(type), at, depth + 1);
      default -> vector(type.elementType(), at, depth);
    };
  }

  private String string(int at) {
    if (--budget < 0) {
      return "it has too many parts";
    }
    int length = value.count(at, Byte.BYTES);
    if (length == ValueBytes.BAD) {
      return value.problem();
    }
    int end = at + Integer.BYTES + length;
    return value.holds(end, 1) && value.bytes()[end] == 0
        ? null
        : "a string does not end with zero";
  }

  private String vector(FieldType element, int vector, int depth) {
    int size = schema.inlineSize(element);
    int count = value.count(vector, size);
    if (count == ValueBytes.BAD || --budget < 0) {
      return count == ValueBytes.BAD ? value.problem() : "it has too many parts";
    }
    int first = vector + Integer.BYTES;
    if (count > 0 && !aligned(first, schema.inlineAlignment(element))) {
      return "the elements of a vector are not aligned";
    }
    String problem = null;
    if (!element.base().isScalar() && !schema.isStruct(element)) {
      for (int index = 0; problem == null && index < count; index++) {
        problem = content(element, first + index * size, depth);
      }
    }
    return problem;
  }

  /** Checks the member of a union whose type lies at a place, or is absent. */
  private String member(FieldType union, int typeAt, int place, int depth) {
    SchemaEnum.Value member =
        typeAt == ValueBytes.ABSENT
            ? null
            : schema.enumOf(union).value(value.bytes()[typeAt] & 0xFF);
    if (member == null || member.member().base() == BaseType.NONE) {
      return null;
    }
    FieldType type = member.member();
    if (!schema.isStruct(type)) {
      return content(type, place, depth);
    }
    int struct = value.follow(place);
    if (struct == ValueBytes.BAD) {
      return value.problem();
    }
    return value.holds(struct, schema.inlineSize(type))
            && aligned(struct, schema.inlineAlignment(type))
        ? null
        : "a struct lies outside of it, or is not aligned";
  }

  private String unions(SchemaField typeField, FieldType union, int table, int place, int depth) {
    int types = value.field(table, typeField.offset(), Integer.BYTES);
    if (types == ValueBytes.ABSENT) {
      return "a vector of unions has no types";
    }
    int typeVector = types == ValueBytes.BAD ? types : value.follow(types);
    int vector = value.follow(place);
    if (typeVector == ValueBytes.BAD || vector == ValueBytes.BAD) {
      return value.problem();
    }
    int count = value.count(vector, Integer.BYTES);
    if (count == ValueBytes.BAD || !aligned(vector, Integer.BYTES)) {
      return count == ValueBytes.BAD ? value.problem() : "a vector is not aligned";
    }
    if (value.count(typeVector, Byte.BYTES) != count) {
      return "a vector of unions has not as many types as values";
    }
    String problem = null;
    for (int index = 0; problem == null && index < count; index++) {
      if (--budget < 0) {
        return "it has too many parts";
      }
      int typeAt = typeVector + Integer.BYTES + index;
      problem = member(union, typeAt, vector + Integer.BYTES * (index + 1), depth);
    }
    return problem;
  }
}
