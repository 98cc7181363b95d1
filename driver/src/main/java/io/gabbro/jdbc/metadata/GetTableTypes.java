package io.gabbro.jdbc.metadata;

/** {@code DatabaseMetaData.getTableTypes}. */
final class GetTableTypes {
  private static final MetadataColumns COLUMNS = MetadataColumns.of("TABLE_TYPE");

  private GetTableTypes() {}

  static MemoryRows rows() {
    return COLUMNS.rows().add(GetTables.TABLE).toRows();
  }
}
