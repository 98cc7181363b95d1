package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which columns hold which types of rows. */
final class ColumnTypes {
  /** An array of integers of 8 bits, which is what Fory makes of {@code byte[]}. */
  static final ForyRowType BYTES = new ForyRowType.Array(Scalar.INT8);

  private ColumnTypes() {}

  /** The types of columns that hold all values of a type, the usual one first. */
  private static List<SqlType> fitting(ForyRowType type) {
    if (type.equals(BYTES)) {
      return List.of(SqlType.BYTEA);
    }
    if (!(type instanceof Scalar scalar)) {
      return List.of();
    }
    return switch (scalar) {
      case BOOL -> List.of(SqlType.BOOLEAN);
      case INT8 -> List.of(SqlType.TINYINT, SqlType.SMALLINT, SqlType.INTEGER, SqlType.BIGINT);
      case INT16 -> List.of(SqlType.SMALLINT, SqlType.INTEGER, SqlType.BIGINT);
      case INT32 -> List.of(SqlType.INTEGER, SqlType.BIGINT);
      case INT64 -> List.of(SqlType.BIGINT);
      case FLOAT32 -> List.of(SqlType.REAL, SqlType.DOUBLE);
      case FLOAT64 -> List.of(SqlType.DOUBLE);
      case DATE32 -> List.of(SqlType.DATE);
      case TIMESTAMP -> List.of(SqlType.TIMESTAMP_WITH_TIME_ZONE, SqlType.TIMESTAMP);
      case UTF8 -> List.of(SqlType.TEXT);
      case BINARY -> List.of(SqlType.BYTEA);
    };
  }

  /** The usual type of a column for a type, if one holds it. */
  static Optional<SqlType> usual(ForyRowType type) {
    return type instanceof ForyRowType.Decimal decimal
        ? Optional.of(SqlType.numeric(SqlType.MAX_PRECISION, decimal.scale()))
        : fitting(type).stream().findFirst();
  }

  /**
   * Refuses columns that do not hold a type.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION}
   */
  static void check(ValueField field, ForyRowType type) {
    if (type instanceof ForyRowType.Decimal && field.type().kind() == TypeKind.NUMERIC) {
      return;
    }
    List<SqlType> fitting = fitting(type);
    if (!fitting.contains(field.type())) {
      String names = fitting.stream().map(SqlType::toString).collect(Collectors.joining(", "));
      throw MappingOptions.refused(
          "column \""
              + field.name()
              + "\" of type "
              + field.type()
              + " does not hold every value of field \""
              + field.path()
              + "\": "
              + (type instanceof ForyRowType.Decimal
                  ? "what fits is numeric"
                  : names.isEmpty()
                      ? "no column holds rows, arrays and maps"
                      : "what fits is " + names));
    }
  }

  /**
   * The type in rows of a column, where only the columns tell the schema.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when there is none
   */
  static ForyRowType of(ValueField field) {
    SqlType type = field.type();
    if (type.kind() == TypeKind.NUMERIC) {
      return new ForyRowType.Decimal(type.scale());
    }
    for (Scalar scalar : Scalar.values()) {
      if (usual(scalar).orElseThrow().equals(type)) {
        return scalar;
      }
    }
    if (type.equals(SqlType.TIMESTAMP)) {
      return Scalar.TIMESTAMP;
    }
    throw MappingOptions.refused(
        "column \"" + field.name() + "\": rows of Fory have no values of type " + type);
  }
}
