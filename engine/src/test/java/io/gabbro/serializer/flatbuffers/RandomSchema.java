package io.gabbro.serializer.flatbuffers;

import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A schema at random, with columns and rows for it. */
final class RandomSchema {
  private static final List<String> SCALARS =
      List.of(
          "bool", "byte", "ubyte", "short", "ushort", "int", "uint", "long", "ulong", "float",
          "double", "Color");
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.BOOLEAN,
          SqlType.TINYINT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.numeric(20, 0),
          SqlType.numeric(38, 7),
          SqlType.REAL,
          SqlType.DOUBLE,
          SqlType.TEXT,
          SqlType.BYTEA);
  private static final String[] TEXTS = {"", "a", "é\uD83D\uDE00", "\"\\\n\u0001", "longer than 8"};

  private final Random random;
  private final byte[] bytes;
  private final FlatBufferSchema schema;
  private final boolean enumNames;

  RandomSchema(Random random) {
    this.random = random;
    enumNames = random.nextInt(3) > 0;
    SchemaText text = new SchemaText();
    text.enumOf("Color", "short", "Red=-3", "Green=0", "Blue=300");
    text.struct("Inner", structFields());
    text.struct("Outer", "first:byte", "inner:Inner", "last:" + oneOf(SCALARS));
    int tables = 1 + random.nextInt(4);
    for (int table = 0; table < tables; table++) {
      text.table("T" + table, tableFields(table));
    }
    bytes = text.compile("T" + (tables - 1));
    schema = FlatBufferSchema.parse(bytes);
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String[] structFields() {
    String[] fields = new String[1 + random.nextInt(4)];
    for (int index = 0; index < fields.length; index++) {
      fields[index] = "s" + index + ":" + oneOf(SCALARS);
    }
    return fields;
  }

  private String[] tableFields(int table) {
    String[] fields = new String[random.nextInt(12) + 1];
    for (int index = 0; index < fields.length; index++) {
      String name = "f" + table + index + ":";
      fields[index] =
          name
              + switch (random.nextInt(8)) {
                case 0 -> "string";
                case 1 -> "[" + oneOf(SCALARS) + "]";
                case 2 -> random.nextBoolean() ? "[string]" : "[ubyte]";
                case 3 -> random.nextBoolean() ? "Inner" : "Outer";
                case 4 -> table > 0 ? "T" + random.nextInt(table) : "string";
                case 5 -> oneOf(SCALARS) + "=null";
                default -> oneOf(SCALARS) + (random.nextBoolean() ? "=1" : "");
              };
    }
    return fields;
  }

  byte[] bytes() {
    return bytes;
  }

  String[] options() {
    return new String[] {"enums", enumNames ? "names" : "numbers"};
  }

  /** All fields, each with one of the types that fit. */
  List<ValueField> fields() {
    ColumnTypes types = new ColumnTypes(schema, enumNames, false);
    SchemaObject root = schema.root(Optional.empty());
    List<ValueField> fields = new ArrayList<>();
    for (ValueField field : Monsters.fields(bytes, options())) {
      FieldType type = new PathResolver(schema, root, types).resolve(List.of(field)).get(0).type();
      List<SqlType> fitting = TYPES.stream().filter(each -> types.fits(type, each)).toList();
      fields.add(new ValueField(field.name(), oneOf(fitting), field.path(), Optional.empty()));
    }
    return fields;
  }

  /** A row of columns; NULL only where values can have it. */
  List<Object> row(List<ValueField> fields) {
    Map<String, SqlType> types = new HashMap<>();
    fields.forEach(field -> types.put(field.path(), field.type()));
    Map<String, Object> values = new HashMap<>();
    addObject(schema.root(Optional.empty()), "", true, types, values);
    List<Object> row = new ArrayList<>();
    fields.forEach(field -> row.add(values.get(field.path())));
    return row;
  }

  private void addObject(
      SchemaObject object,
      String prefix,
      boolean present,
      Map<String, SqlType> types,
      Map<String, Object> values) {
    for (SchemaField field : object.fields()) {
      String path = prefix + field.name();
      if (field.type().base() == BaseType.OBJECT) {
        addObject(
            schema.object(field.type()),
            path + ".",
            present && (object.isStruct() || random.nextBoolean()),
            types,
            values);
      } else if (types.containsKey(path)) {
        boolean nullable = !object.isStruct() && !field.hasDefault();
        boolean isNull = !present || (nullable && random.nextInt(3) == 0);
        values.put(path, isNull ? null : value(field, types.get(path)));
      }
    }
  }

  private Object value(SchemaField field, SqlType column) {
    FieldType type = field.type();
    if (type.base() == BaseType.STRING) {
      return TEXTS[random.nextInt(TEXTS.length)];
    }
    if (type.base() == BaseType.VECTOR) {
      return vector(type.elementType(), column);
    }
    if (type.base().isScalar() && random.nextInt(4) == 0 && column.kind() != TypeKind.VARCHAR) {
      return scalar(type, column, field.defaultBits());
    }
    return scalar(type, column, bits(type.base()));
  }

  private long bits(BaseType base) {
    long bits =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(5) - 2;
          case 1 -> random.nextLong();
          case 2 -> 1L << random.nextInt(64);
          default -> -1L >>> random.nextInt(64);
        };
    if (base.isFloating() && Double.isNaN(base.toDouble(bits))) {
      return 0;
    }
    return base == BaseType.BOOL ? bits & 1 : base.narrow(bits);
  }

  private Object scalar(FieldType type, SqlType column, long bits) {
    BaseType base = type.base();
    if (base.isFloating()) {
      return column.kind() == TypeKind.REAL
          ? (Object) (float) base.toDouble(bits)
          : (Object) base.toDouble(bits);
    }
    BigInteger number =
        base == BaseType.ULONG
            ? new BigInteger(Long.toUnsignedString(bits))
            : BigInteger.valueOf(bits);
    return switch (column.kind()) {
      case BOOLEAN -> bits != 0;
      case TINYINT -> (byte) bits;
      case SMALLINT -> (short) bits;
      case INTEGER -> (int) bits;
      case BIGINT -> bits;
      case NUMERIC -> new BigDecimal(number).setScale(column.scale());
      default -> {
        SchemaEnum.Value named = schema.enumOf(type).value(bits);
        yield named == null ? number.toString() : named.name();
      }
    };
  }

  private Object vector(FieldType element, SqlType column) {
    int count = random.nextInt(4);
    if (column.equals(SqlType.BYTEA)) {
      byte[] content = new byte[count];
      random.nextBytes(content);
      return content;
    }
    List<String> elements = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      elements.add(json(element));
    }
    return "[" + String.join(",", elements) + "]";
  }

  private String json(FieldType element) {
    BaseType base = element.base();
    if (base == BaseType.STRING) {
      return oneOf(List.of("\"\"", "\"a\"", "\"é\\\"\\\\\\n\\u0001\""));
    }
    if (base.isFloating()) {
      return oneOf(List.of("0", "-0", "0.5", "-1e+20", "\"NaN\"", "\"-Infinity\"", "1e-10"));
    }
    if (base == BaseType.BOOL) {
      return String.valueOf(random.nextBoolean());
    }
    long bits = bits(base);
    if (element.index() != FieldType.NO_INDEX && enumNames) {
      SchemaEnum.Value named = schema.enumOf(element).value(bits);
      return named == null ? String.valueOf(bits) : "\"" + named.name() + "\"";
    }
    return base == BaseType.ULONG ? Long.toUnsignedString(bits) : String.valueOf(bits);
  }
}
