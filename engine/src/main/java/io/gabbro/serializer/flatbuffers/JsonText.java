package io.gabbro.serializer.flatbuffers;

import io.gabbro.type.Utf8;
import io.gabbro.type.Utf8Builder;

/**
 * Writes vectors, arrays, tables and structs as JSON without blanks. Each part is checked as it is
 * read; what does not fit makes {@link #append} return false. Not thread-safe.
 */
final class JsonText {
  /** The greatest number of bytes of a text. */
  static final int MAX_LENGTH = 16 << 20;

  private final FlatBufferSchema schema;
  private final JsonScalars scalars;
  private ValueBytes value;
  private Utf8Builder target;

  JsonText(FlatBufferSchema schema, boolean enumNames) {
    this.schema = schema;
    scalars = new JsonScalars(schema, enumNames);
  }

  /**
   * Appends what lies at a place.
   *
   * @param place where it is declared: of itself, or of the offset to it
   * @return whether the value is in order; if not, it knows its problem
   */
  boolean append(ValueBytes source, FieldType type, int place, Utf8Builder text) {
    value = source;
    target = text;
    scalars.begin(text);
    return any(type, place, 0);
  }

  /**
   * Appends a vector of unions.
   *
   * @param types the place of the field of their types, not {@link ValueBytes#BAD}
   * @param place the place of their field
   * @return whether the value is in order; if not, it knows its problem
   */
  boolean appendUnions(ValueBytes source, FieldType type, int types, int place, Utf8Builder text) {
    value = source;
    target = text;
    scalars.begin(text);
    return unions(schema.enumOf(type), types, place, 0);
  }

  private boolean any(FieldType type, int place, int depth) {
    if (target.length() > MAX_LENGTH) {
      return bad("its JSON text is longer than " + MAX_LENGTH + " bytes");
    }
    switch (type.base()) {
      case STRING, VECTOR -> {
        int at = value.follow(place);
        return at != ValueBytes.BAD
            && (type.base() == BaseType.STRING ? string(at) : vector(type, at, depth));
      }
      case OBJECT -> {
        if (schema.isStruct(type)) {
          return struct(schema.object(type), place, depth);
        }
        int table = value.follow(place);
        return table != ValueBytes.BAD && table(schema.object(type), table, depth + 1);
      }
      case ARRAY -> {
        return elements(type.elementType(), place, type.fixedLength(), depth);
      }
      default -> {
        scalars.append(type, type.base().read(value.bytes(), place));
        return true;
      }
    }
  }

  private boolean bad(String problem) {
    value.bad(problem);
    return false;
  }

  private boolean vector(FieldType type, int vector, int depth) {
    FieldType element = type.elementType();
    int count = value.count(vector, schema.inlineSize(element));
    return count != ValueBytes.BAD && elements(element, vector + Integer.BYTES, count, depth);
  }

  private boolean elements(FieldType element, int first, int count, int depth) {
    int size = schema.inlineSize(element);
    target.append('[');
    for (int index = 0; index < count; index++) {
      if (index > 0) {
        target.append(',');
      }
      if (!any(element, first + index * size, depth)) {
        return false;
      }
    }
    target.append(']');
    return true;
  }

  private boolean struct(SchemaObject struct, int place, int depth) {
    char before = '{';
    for (SchemaField field : struct.fields()) {
      before = name(before, field);
      if (!any(field.type(), place + field.offset(), depth)) {
        return false;
      }
    }
    end(before);
    return true;
  }

  private boolean table(SchemaObject table, int at, int depth) {
    if (depth > FlatBufferVerifier.MAX_DEPTH) {
      return bad("it is nested deeper than " + FlatBufferVerifier.MAX_DEPTH + " tables");
    }
    char before = '{';
    for (SchemaField field : table.fields()) {
      if (field.deprecated()) {
        continue;
      }
      int place = value.field(at, field.offset(), schema.inlineSize(field.type()));
      if (place == ValueBytes.BAD) {
        return false;
      }
      if (place == ValueBytes.ABSENT ? !field.hasDefault() : holdsNothing(field, at, place)) {
        continue;
      }
      before = name(before, field);
      if (place == ValueBytes.ABSENT) {
        scalars.append(field.type(), field.defaultBits());
      } else if (isUnion(field.type())
          ? !union(field, at, place, depth)
          : !any(field.type(), place, depth)) {
        return false;
      }
    }
    end(before);
    return true;
  }

  /** Whether a field is a union that holds nothing, or its type. */
  private boolean holdsNothing(SchemaField field, int table, int place) {
    int type = place;
    if (field.type().base() == BaseType.UNION) {
      type = value.field(table, field.offset() - Short.BYTES, Byte.BYTES);
    } else if (field.type().base() != BaseType.UTYPE) {
      return false;
    }
    return type == ValueBytes.ABSENT || (type > 0 && value.bytes()[type] == 0);
  }

  private static boolean isUnion(FieldType type) {
    return type.base() == BaseType.UNION || type.element() == BaseType.UNION;
  }

  /** A union, or a vector of unions; its type is the field in front of it. */
  private boolean union(SchemaField field, int table, int place, int depth) {
    int slot = field.offset() - Short.BYTES;
    SchemaEnum members = schema.enumOf(field.type());
    if (field.type().base() == BaseType.UNION) {
      int type = value.field(table, slot, Byte.BYTES);
      return type != ValueBytes.BAD && member(members, type, place, depth);
    }
    int types = value.field(table, slot, Integer.BYTES);
    return types != ValueBytes.BAD && unions(members, types, place, depth);
  }

  /** A vector of unions, of which the offset to the vector of types lies at a place of its own. */
  private boolean unions(SchemaEnum members, int types, int place, int depth) {
    int typeVector = types > 0 ? value.follow(types) : ValueBytes.ABSENT;
    int count = typeVector > 0 ? value.count(typeVector, Byte.BYTES) : typeVector;
    int vector = value.follow(place);
    if (count == ValueBytes.BAD || vector == ValueBytes.BAD) {
      return false;
    }
    if (value.count(vector, Integer.BYTES) != count) {
      return bad("a vector of unions has not as many types as values");
    }
    target.append('[');
    for (int index = 0; index < count; index++) {
      target.append(index > 0 ? "," : "");
      int type = typeVector + Integer.BYTES + index;
      if (!member(members, type, vector + Integer.BYTES * (index + 1), depth)) {
        return false;
      }
    }
    target.append(']');
    return true;
  }

  private boolean member(SchemaEnum members, int type, int place, int depth) {
    SchemaEnum.Value member =
        type == ValueBytes.ABSENT ? null : members.value(value.bytes()[type] & 0xFF);
    if (member == null || member.member().base() == BaseType.NONE) {
      target.append("null");
      return true;
    }
    if (!schema.isStruct(member.member())) {
      return any(member.member(), place, depth);
    }
    int struct = value.follow(place);
    if (struct == ValueBytes.BAD) {
      return false;
    }
    return value.holds(struct, schema.inlineSize(member.member()))
        ? any(member.member(), struct, depth)
        : bad("a struct leads out of it");
  }

  private char name(char before, SchemaField field) {
    target.append(before);
    scalars.quoted(field.name());
    target.append(':');
    return ',';
  }

  private void end(char before) {
    target.append(before == '{' ? "{}" : "}");
  }

  private boolean string(int at) {
    int length = value.count(at, Byte.BYTES);
    if (length == ValueBytes.BAD) {
      return false;
    }
    if (!Utf8.isValid(value.bytes(), at + Integer.BYTES, length)) {
      return bad("a string is not valid UTF-8");
    }
    scalars.quoted(value.bytes(), at + Integer.BYTES, length);
    return true;
  }
}
