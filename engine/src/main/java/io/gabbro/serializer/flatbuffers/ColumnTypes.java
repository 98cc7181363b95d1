package io.gabbro.serializer.flatbuffers;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;

/** Which types of columns hold every value of a field without loss. */
final class ColumnTypes {
  private static final List<TypeKind> INTEGERS =
      List.of(TypeKind.TINYINT, TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT);

  private final FlatBufferSchema schema;
  private final boolean enumNames;
  private final boolean vectorLengths;

  ColumnTypes(FlatBufferSchema schema, boolean enumNames, boolean vectorLengths) {
    this.schema = schema;
    this.enumNames = enumNames;
    this.vectorLengths = vectorLengths;
  }

  /** Whether a field is shown as the name of a value of its enum or union. */
  boolean isNamed(FieldType type) {
    return enumNames && schema.isEnum(type);
  }

  /** The least type that fits. */
  SqlType natural(FieldType type) {
    if (isNamed(type)) {
      return SqlType.TEXT;
    }
    return switch (type.base()) {
      case BOOL -> SqlType.BOOLEAN;
      case BYTE -> SqlType.TINYINT;
      case UTYPE, UBYTE, SHORT -> SqlType.SMALLINT;
      case USHORT, INT -> SqlType.INTEGER;
      case UINT, LONG -> SqlType.BIGINT;
      case ULONG -> SqlType.numeric(BaseType.ULONG.digits(), 0);
      case FLOAT -> SqlType.REAL;
      case DOUBLE -> SqlType.DOUBLE;
      case VECTOR, ARRAY -> vectorLengths ? SqlType.INTEGER : SqlType.TEXT;
      default -> SqlType.TEXT;
    };
  }

  /** Whether a type fits. */
  boolean fits(FieldType type, SqlType column) {
    SqlType natural = natural(type);
    if (column.equals(natural)) {
      return true;
    }
    if (isBinary(type, column)) {
      return true;
    }
    if (natural.kind() == TypeKind.REAL) {
      return column.kind() == TypeKind.DOUBLE;
    }
    if (type.isRepeated()) {
      return vectorLengths && column.kind() == TypeKind.BIGINT;
    }
    if (!type.base().isInteger() || type.base() == BaseType.BOOL || isNamed(type)) {
      return false;
    }
    if (column.kind() == TypeKind.NUMERIC) {
      return column.length() - column.scale() >= type.base().digits();
    }
    return INTEGERS.contains(natural.kind())
        && INTEGERS.indexOf(column.kind()) >= INTEGERS.indexOf(natural.kind());
  }

  /** Whether a column holds the elements of a vector as a binary string. */
  static boolean isBinary(FieldType type, SqlType column) {
    return type.base() == BaseType.VECTOR
        && type.element() == BaseType.UBYTE
        && type.index() == FieldType.NO_INDEX
        && column.equals(SqlType.BYTEA);
  }

  /** All types that fit, for the user. */
  String fitting(FieldType type) {
    SqlType natural = natural(type);
    if (isBinary(type, SqlType.BYTEA)) {
      return natural + " or " + SqlType.BYTEA;
    }
    if (natural.kind() == TypeKind.REAL) {
      return natural + " or " + SqlType.DOUBLE;
    }
    if (type.isRepeated()) {
      return natural.toString();
    }
    if (type.base() == BaseType.ULONG && !isNamed(type)) {
      return "numeric with at least 20 digits in front of the point";
    }
    return INTEGERS.contains(natural.kind()) && natural.kind() != TypeKind.BIGINT
        ? natural + " or wider"
        : natural.toString();
  }

  /** A type as schemas write it. */
  String describe(FieldType type) {
    return switch (type.base()) {
      case VECTOR -> "[" + describe(type.elementType()) + "]";
      case ARRAY -> "[" + describe(type.elementType()) + ":" + type.fixedLength() + "]";
      case OBJECT -> schema.object(type).simpleName();
      case UNION -> schema.enumOf(type).name();
      default -> schema.isEnum(type) ? schema.enumOf(type).name() : type.base().toString();
    };
  }
}
