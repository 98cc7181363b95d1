package io.gabbro.jdbc.metadata;

/** {@code DatabaseMetaData.getClientInfoProperties}; any other name is kept as well. */
final class GetClientInfoProperties {
  private static final MetadataColumns COLUMNS =
      MetadataColumns.of("NAME", "MAX_LEN int", "DEFAULT_VALUE", "DESCRIPTION");

  private GetClientInfoProperties() {}

  static MemoryRows rows() {
    return COLUMNS
        .rows()
        .add("ApplicationName", Integer.MAX_VALUE, "", "the name of the application")
        .add("ClientHostname", Integer.MAX_VALUE, "", "the host that the application runs on")
        .add("ClientUser", Integer.MAX_VALUE, "", "the user for whom the application works")
        .toRows();
  }
}
