package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import com.google.flatbuffers.reflection.Enum;
import com.google.flatbuffers.reflection.EnumVal;
import com.google.flatbuffers.reflection.Field;
import com.google.flatbuffers.reflection.Object;
import com.google.flatbuffers.reflection.Schema;
import com.google.flatbuffers.reflection.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles schemas to the binary form that the FlatBuffers compiler writes. A field is {@code
 * name:type}, {@code name:type=default} or {@code name:type=null}, with {@code deprecated}, {@code
 * required} or {@code key} behind a blank; a type is a scalar, {@code string}, the name of another
 * one, {@code [element]} or {@code [element:length]}.
 */
final class SchemaText {
  private final SchemaTypes types = new SchemaTypes();
  private final FlatBufferBuilder builder = new FlatBufferBuilder();

  SchemaText table(String name, String... fields) {
    List<SchemaTypes.Parsed> parsed = new ArrayList<>();
    for (String field : fields) {
      SchemaTypes.Parsed one = parse(field);
      String element = one.type().replaceAll("[\\[\\]]", "");
      if (types.unions.containsKey(element)) {
        parsed.add(
            new SchemaTypes.Parsed(
                one.name() + "_type", one.type().replace(element, element + "#"), "0", List.of()));
      }
      parsed.add(one);
    }
    types.tables.put(name, parsed);
    return this;
  }

  SchemaText struct(String name, String... fields) {
    types.structs.put(name, Arrays.stream(fields).map(SchemaText::parse).toList());
    return this;
  }

  SchemaText enumOf(String name, String base, String... values) {
    types.underlying.put(name, base);
    types.enums.put(name, List.of(values));
    return this;
  }

  SchemaText union(String name, String... members) {
    types.unions.put(name, List.of(members));
    return this;
  }

  private static SchemaTypes.Parsed parse(String field) {
    String[] words = field.split(" ");
    String[] parts = words[0].split("[=]");
    int colon = parts[0].indexOf(':');
    return new SchemaTypes.Parsed(
        parts[0].substring(0, colon),
        parts[0].substring(colon + 1),
        parts.length > 1 ? parts[1] : "0",
        List.of(words).subList(1, words.length));
  }

  /** The bytes of the schema. */
  byte[] compile(String root) {
    return compile(root, null);
  }

  byte[] compile(String root, String identifier) {
    builder.clear();
    List<Integer> objects = new ArrayList<>();
    int rootTable = 0;
    for (String name : types.objectNames()) {
      int object = object(name);
      objects.add(object);
      rootTable = name.equals(root) ? object : rootTable;
    }
    int objectVector = Schema.createObjectsVector(builder, ints(objects));
    List<Integer> all = new ArrayList<>();
    for (String name : types.enumNames()) {
      all.add(types.unions.containsKey(name) ? union(name) : enumOf(name));
    }
    int enumVector = Schema.createEnumsVector(builder, ints(all));
    int ident = identifier == null ? 0 : builder.createString(identifier);
    Schema.finishSchemaBuffer(
        builder,
        Schema.createSchema(builder, objectVector, enumVector, ident, 0, rootTable, 0, 0, 0));
    return builder.sizedByteArray();
  }

  FlatBufferSchema parsed(String root) {
    return FlatBufferSchema.parse(compile(root));
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private int object(String name) {
    boolean struct = types.structs.containsKey(name);
    Map<String, Integer> fields = new TreeMap<>();
    List<SchemaTypes.Parsed> parsed = struct ? types.structs.get(name) : types.tables.get(name);
    int offset = 0;
    for (int id = 0; id < parsed.size(); id++) {
      SchemaTypes.Parsed field = parsed.get(id);
      SchemaTypes.Layout layout = types.layout(field.type());
      offset = struct ? SchemaTypes.aligned(offset, layout.alignment()) : 4 + 2 * id;
      fields.put(field.name(), field(field, id, offset));
      offset += layout.size();
    }
    int vector = Object.createFieldsVector(builder, ints(List.copyOf(fields.values())));
    SchemaTypes.Layout layout = struct ? types.layout(name) : new SchemaTypes.Layout(0, 1);
    int text = builder.createString(name);
    return Object.createObject(
        builder, text, vector, struct, layout.alignment(), layout.size(), 0, 0, 0);
  }

  private int field(SchemaTypes.Parsed field, int id, int offset) {
    FieldType type = types.type(field.type());
    int name = builder.createString(field.name());
    int typeOffset = addType(type);
    boolean optional = field.initial().equals("null") || !type.base().isScalar();
    String initial = optional ? "0" : field.initial();
    String enumName = field.type();
    if (types.enums.containsKey(enumName) && !optional) {
      initial = String.valueOf(number(enumName, initial));
    }
    boolean floating = type.base().isFloating();
    long integer =
        floating
            ? 0
            : type.base() == BaseType.ULONG
                ? Long.parseUnsignedLong(initial)
                : Long.parseLong(initial.replace("true", "1").replace("false", "0"));
    return Field.createField(
        builder,
        name,
        typeOffset,
        id,
        offset,
        integer,
        floating ? Double.parseDouble(initial) : 0,
        field.attributes().contains("deprecated"),
        field.attributes().contains("required"),
        field.attributes().contains("key"),
        0,
        0,
        optional && !field.attributes().contains("required"),
        0,
        false);
  }

  private long number(String enumName, String value) {
    for (String each : types.enums.get(enumName)) {
      if (each.startsWith(value + "=")) {
        return Long.parseLong(each.substring(value.length() + 1));
      }
    }
    return Long.parseLong(value);
  }

  private int addType(FieldType type) {
    return Type.createType(
        builder,
        number(type.base()),
        number(type.element()),
        type.index(),
        type.fixedLength(),
        4,
        0);
  }

  private static byte number(BaseType base) {
    return (byte) Arrays.asList(BaseType.values()).indexOf(base);
  }

  private int enumOf(String name) {
    List<Integer> values = new ArrayList<>();
    for (String value : types.enums.get(name)) {
      int equals = value.indexOf('=');
      int text = builder.createString(value.substring(0, equals));
      int type = addType(new FieldType(BaseType.NONE, BaseType.NONE, -1, 0));
      values.add(
          EnumVal.createEnumVal(
              builder, text, Long.parseLong(value.substring(equals + 1)), type, 0, 0));
    }
    FieldType base = types.single(name);
    return addEnum(name, values, false, new FieldType(base.base(), BaseType.NONE, base.index(), 0));
  }

  private int union(String name) {
    List<Integer> values = new ArrayList<>();
    List<String> members = new ArrayList<>(types.unions.get(name));
    members.add(0, "NONE");
    for (int number = 0; number < members.size(); number++) {
      String member = members.get(number);
      int text = builder.createString(member.substring(member.lastIndexOf('.') + 1));
      int type = addType(types.single(number == 0 ? "none" : member));
      values.add(EnumVal.createEnumVal(builder, text, number, type, 0, 0));
    }
    return addEnum(name, values, true, types.single(name + "#"));
  }

  private int addEnum(String name, List<Integer> values, boolean union, FieldType base) {
    int vector = Enum.createValuesVector(builder, ints(values));
    int type = addType(base);
    int text = builder.createString(name);
    return Enum.createEnum(builder, text, vector, union, type, 0, 0, 0);
  }
}
