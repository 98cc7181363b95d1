package io.gabbro.jdbc.metadata;

/** The calls about things that this database has none of: the columns, and no rows. */
final class EmptyCalls {
  static final MetadataColumns CATALOGS = MetadataColumns.of("TABLE_CAT");

  static final MetadataColumns PROCEDURES =
      MetadataColumns.of(
          "PROCEDURE_CAT",
          "PROCEDURE_SCHEM",
          "PROCEDURE_NAME",
          "RESERVED_1",
          "RESERVED_2",
          "RESERVED_3",
          "REMARKS",
          "PROCEDURE_TYPE short",
          "SPECIFIC_NAME");

  static final MetadataColumns PROCEDURE_COLUMNS =
      MetadataColumns.of(
          "PROCEDURE_CAT",
          "PROCEDURE_SCHEM",
          "PROCEDURE_NAME",
          "COLUMN_NAME",
          "COLUMN_TYPE short",
          "DATA_TYPE int",
          "TYPE_NAME",
          "PRECISION int",
          "LENGTH int",
          "SCALE short",
          "RADIX short",
          "NULLABLE short",
          "REMARKS",
          "COLUMN_DEF",
          "SQL_DATA_TYPE int",
          "SQL_DATETIME_SUB int",
          "CHAR_OCTET_LENGTH int",
          "ORDINAL_POSITION int",
          "IS_NULLABLE",
          "SPECIFIC_NAME");

  static final MetadataColumns COLUMN_PRIVILEGES =
      MetadataColumns.of(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "COLUMN_NAME",
          "GRANTOR",
          "GRANTEE",
          "PRIVILEGE",
          "IS_GRANTABLE");

  static final MetadataColumns TABLE_PRIVILEGES =
      MetadataColumns.of(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "GRANTOR",
          "GRANTEE",
          "PRIVILEGE",
          "IS_GRANTABLE");

  static final MetadataColumns VERSION_COLUMNS =
      MetadataColumns.of(
          "SCOPE short",
          "COLUMN_NAME",
          "DATA_TYPE int",
          "TYPE_NAME",
          "COLUMN_SIZE int",
          "BUFFER_LENGTH int",
          "DECIMAL_DIGITS short",
          "PSEUDO_COLUMN short");

  /** Imported, exported and cross-referenced keys. */
  static final MetadataColumns FOREIGN_KEYS =
      MetadataColumns.of(
          "PKTABLE_CAT",
          "PKTABLE_SCHEM",
          "PKTABLE_NAME",
          "PKCOLUMN_NAME",
          "FKTABLE_CAT",
          "FKTABLE_SCHEM",
          "FKTABLE_NAME",
          "FKCOLUMN_NAME",
          "KEY_SEQ short",
          "UPDATE_RULE short",
          "DELETE_RULE short",
          "FK_NAME",
          "PK_NAME",
          "DEFERRABILITY short");

  static final MetadataColumns USER_DEFINED_TYPES =
      MetadataColumns.of(
          "TYPE_CAT",
          "TYPE_SCHEM",
          "TYPE_NAME",
          "CLASS_NAME",
          "DATA_TYPE int",
          "REMARKS",
          "BASE_TYPE short");

  static final MetadataColumns SUPER_TYPES =
      MetadataColumns.of(
          "TYPE_CAT",
          "TYPE_SCHEM",
          "TYPE_NAME",
          "SUPERTYPE_CAT",
          "SUPERTYPE_SCHEM",
          "SUPERTYPE_NAME");

  static final MetadataColumns SUPER_TABLES =
      MetadataColumns.of("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "SUPERTABLE_NAME");

  static final MetadataColumns ATTRIBUTES =
      MetadataColumns.of(
          "TYPE_CAT",
          "TYPE_SCHEM",
          "TYPE_NAME",
          "ATTR_NAME",
          "DATA_TYPE int",
          "ATTR_TYPE_NAME",
          "ATTR_SIZE int",
          "DECIMAL_DIGITS int",
          "NUM_PREC_RADIX int",
          "NULLABLE int",
          "REMARKS",
          "ATTR_DEF",
          "SQL_DATA_TYPE int",
          "SQL_DATETIME_SUB int",
          "CHAR_OCTET_LENGTH int",
          "ORDINAL_POSITION int",
          "IS_NULLABLE",
          "SCOPE_CATALOG",
          "SCOPE_SCHEMA",
          "SCOPE_TABLE",
          "SOURCE_DATA_TYPE short");

  static final MetadataColumns FUNCTION_COLUMNS =
      MetadataColumns.of(
          "FUNCTION_CAT",
          "FUNCTION_SCHEM",
          "FUNCTION_NAME",
          "COLUMN_NAME",
          "COLUMN_TYPE short",
          "DATA_TYPE int",
          "TYPE_NAME",
          "PRECISION int",
          "LENGTH int",
          "SCALE short",
          "RADIX short",
          "NULLABLE short",
          "REMARKS",
          "CHAR_OCTET_LENGTH int",
          "ORDINAL_POSITION int",
          "IS_NULLABLE",
          "SPECIFIC_NAME");

  static final MetadataColumns PSEUDO_COLUMNS =
      MetadataColumns.of(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "COLUMN_NAME",
          "DATA_TYPE int",
          "COLUMN_SIZE int",
          "DECIMAL_DIGITS int",
          "NUM_PREC_RADIX int",
          "COLUMN_USAGE",
          "REMARKS",
          "CHAR_OCTET_LENGTH int",
          "IS_NULLABLE");

  private EmptyCalls() {}
}
