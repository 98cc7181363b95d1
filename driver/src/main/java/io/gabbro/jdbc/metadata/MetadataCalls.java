package io.gabbro.jdbc.metadata;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The calls that return rows; each is one class. */
abstract class MetadataCalls extends ResultFeatures {
  private final MetadataSource source;

  MetadataCalls(MetadataSource source) {
    this.source = source;
  }

  private ResultSet none(MetadataColumns columns) throws SQLException {
    return source.open(columns.none());
  }

  @Override
  public final ResultSet getCatalogs() throws SQLException {
    return none(EmptyCalls.CATALOGS);
  }

  @Override
  public final ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public final ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
    return source.open(GetSchemas.rows(source.catalog(), catalog, schemaPattern));
  }

  @Override
  public final ResultSet getTableTypes() throws SQLException {
    return source.open(GetTableTypes.rows());
  }

  @Override
  public final ResultSet getTables(
      String catalog, String schemaPattern, String tableNamePattern, String[] types)
      throws SQLException {
    return source.open(
        GetTables.rows(source.catalog(), catalog, schemaPattern, tableNamePattern, types));
  }

  @Override
  public final ResultSet getColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return source.open(
        GetColumns.rows(
            source.catalog(), catalog, schemaPattern, tableNamePattern, columnNamePattern));
  }

  @Override
  public final ResultSet getPrimaryKeys(String catalog, String schema, String table)
      throws SQLException {
    return source.open(GetPrimaryKeys.rows(source.catalog(), catalog, schema, table));
  }

  @Override
  public final ResultSet getIndexInfo(
      String catalog, String schema, String table, boolean unique, boolean approximate)
      throws SQLException {
    return source.open(GetIndexInfo.rows(source.catalog(), catalog, schema, table));
  }

  @Override
  public final ResultSet getBestRowIdentifier(
      String catalog, String schema, String table, int scope, boolean nullable)
      throws SQLException {
    return source.open(GetBestRowIdentifier.rows(source.catalog(), catalog, schema, table));
  }

  @Override
  public final ResultSet getTypeInfo() throws SQLException {
    return source.open(GetTypeInfo.rows());
  }

  @Override
  public final ResultSet getFunctions(
      String catalog, String schemaPattern, String functionNamePattern) throws SQLException {
    return source.open(GetFunctions.rows(catalog, schemaPattern, functionNamePattern));
  }

  @Override
  public final ResultSet getClientInfoProperties() throws SQLException {
    return source.open(GetClientInfoProperties.rows());
  }

  @Override
  public final ResultSet getFunctionColumns(
      String catalog, String schemaPattern, String functionNamePattern, String columnNamePattern)
      throws SQLException {
    return none(EmptyCalls.FUNCTION_COLUMNS);
  }

  @Override
  public final ResultSet getProcedures(
      String catalog, String schemaPattern, String procedureNamePattern) throws SQLException {
    return none(EmptyCalls.PROCEDURES);
  }

  @Override
  public final ResultSet getProcedureColumns(
      String catalog, String schemaPattern, String procedureNamePattern, String columnNamePattern)
      throws SQLException {
    return none(EmptyCalls.PROCEDURE_COLUMNS);
  }

  @Override
  public final ResultSet getColumnPrivileges(
      String catalog, String schema, String table, String columnNamePattern) throws SQLException {
    return none(EmptyCalls.COLUMN_PRIVILEGES);
  }

  @Override
  public final ResultSet getTablePrivileges(
      String catalog, String schemaPattern, String tableNamePattern) throws SQLException {
    return none(EmptyCalls.TABLE_PRIVILEGES);
  }

  @Override
  public final ResultSet getVersionColumns(String catalog, String schema, String table)
      throws SQLException {
    return none(EmptyCalls.VERSION_COLUMNS);
  }

  @Override
  public final ResultSet getImportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return none(EmptyCalls.FOREIGN_KEYS);
  }

  @Override
  public final ResultSet getExportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return none(EmptyCalls.FOREIGN_KEYS);
  }

  @Override
  public final ResultSet getCrossReference(
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String foreignCatalog,
      String foreignSchema,
      String foreignTable)
      throws SQLException {
    return none(EmptyCalls.FOREIGN_KEYS);
  }

  @Override
  public final ResultSet getUDTs(
      String catalog, String schemaPattern, String typeNamePattern, int[] types)
      throws SQLException {
    return none(EmptyCalls.USER_DEFINED_TYPES);
  }

  @Override
  public final ResultSet getSuperTypes(String catalog, String schemaPattern, String typeNamePattern)
      throws SQLException {
    return none(EmptyCalls.SUPER_TYPES);
  }

  @Override
  public final ResultSet getSuperTables(
      String catalog, String schemaPattern, String tableNamePattern) throws SQLException {
    return none(EmptyCalls.SUPER_TABLES);
  }

  @Override
  public final ResultSet getAttributes(
      String catalog, String schemaPattern, String typeNamePattern, String attributeNamePattern)
      throws SQLException {
    return none(EmptyCalls.ATTRIBUTES);
  }

  @Override
  public final ResultSet getPseudoColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return none(EmptyCalls.PSEUDO_COLUMNS);
  }
}
