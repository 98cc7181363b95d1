package io.gabbro.jdbc.metadata;

import io.gabbro.jdbc.value.JdbcTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.TypeNames;
import java.sql.DatabaseMetaData;
import java.util.List;

/** {@code DatabaseMetaData.getTypeInfo}: the types of columns, the closest of a code first. */
final class GetTypeInfo {
  private static final MetadataColumns COLUMNS =
      MetadataColumns.of(
          "TYPE_NAME",
          "DATA_TYPE int",
          "PRECISION int",
          "LITERAL_PREFIX",
          "LITERAL_SUFFIX",
          "CREATE_PARAMS",
          "NULLABLE short",
          "CASE_SENSITIVE boolean",
          "SEARCHABLE short",
          "UNSIGNED_ATTRIBUTE boolean",
          "FIXED_PREC_SCALE boolean",
          "AUTO_INCREMENT boolean",
          "LOCAL_TYPE_NAME",
          "MINIMUM_SCALE short",
          "MAXIMUM_SCALE short",
          "SQL_DATA_TYPE int",
          "SQL_DATETIME_SUB int",
          "NUM_PREC_RADIX int");

  private static final List<SqlType> TYPES =
      List.of(
          SqlType.BOOLEAN,
          SqlType.TINYINT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.numeric(SqlType.MAX_PRECISION, SqlType.MAX_PRECISION),
          SqlType.REAL,
          SqlType.DOUBLE,
          SqlType.character(TypeNames.MAX_LENGTH),
          SqlType.varchar(TypeNames.MAX_LENGTH),
          SqlType.TEXT,
          SqlType.varbinary(TypeNames.MAX_LENGTH),
          SqlType.BYTEA,
          SqlType.DATE,
          SqlType.TIME,
          SqlType.TIMESTAMP,
          SqlType.TIMESTAMP_WITH_TIME_ZONE,
          SqlType.UUID);

  private GetTypeInfo() {}

  static MemoryRows rows() {
    MetadataRows rows = COLUMNS.rows();
    for (SqlType type : TYPES) {
      TypeKind kind = type.kind();
      boolean isNumber = kind.isNumeric();
      boolean isScaled = kind == TypeKind.NUMERIC;
      rows.add(
          JdbcTypes.name(type),
          JdbcTypes.code(type),
          JdbcTypes.precision(type),
          literalPrefix(kind),
          isNumber || kind == TypeKind.BOOLEAN ? null : "'",
          createParameters(type),
          DatabaseMetaData.typeNullable,
          JdbcTypes.isCaseSensitive(type),
          kind.isCharacter() ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic,
          !isNumber,
          false,
          false,
          JdbcTypes.name(type),
          isScaled ? Integer.valueOf(0) : TypeSizes.decimalDigits(type),
          TypeSizes.decimalDigits(type),
          null,
          null,
          TypeSizes.radix(type));
    }
    return rows.sortedBy("DATA_TYPE").toRows();
  }

  private static String literalPrefix(TypeKind kind) {
    return switch (kind) {
      case CHAR, VARCHAR -> "'";
      case VARBINARY -> "'\\x";
      case DATE -> "DATE '";
      case TIME -> "TIME '";
      case TIMESTAMP -> "TIMESTAMP '";
      case TIMESTAMP_WITH_TIME_ZONE -> "TIMESTAMP WITH TIME ZONE '";
      case UUID -> "UUID '";
      default -> null;
    };
  }

  private static String createParameters(SqlType type) {
    if (type.kind() == TypeKind.NUMERIC) {
      return "precision,scale";
    }
    return type.length() == SqlType.UNBOUNDED ? null : "length";
  }
}
