package io.gabbro.jdbc.metadata;

/** {@code DatabaseMetaData.getFunctions}. */
final class GetFunctions {
  private static final MetadataColumns COLUMNS =
      MetadataColumns.of(
          "FUNCTION_CAT",
          "FUNCTION_SCHEM",
          "FUNCTION_NAME",
          "REMARKS",
          "FUNCTION_TYPE short",
          "SPECIFIC_NAME");

  private GetFunctions() {}

  static MemoryRows rows() {
    return COLUMNS.none();
  }
}
