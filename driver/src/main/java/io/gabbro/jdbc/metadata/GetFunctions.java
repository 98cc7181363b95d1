package io.gabbro.jdbc.metadata;

import io.gabbro.function.AggregateFunction;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.builtin.BuiltinFunctions;
import java.sql.DatabaseMetaData;
import java.util.stream.Stream;

/**
 * {@code DatabaseMetaData.getFunctions}: scalar functions and aggregates, of no schema; operators,
 * whose names are symbols, are left out.
 */
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

  static MemoryRows rows(String catalogName, String schemaPattern, String namePattern) {
    NamePattern pattern = NamePattern.of(namePattern);
    boolean anySchema = schemaPattern == null || NamePattern.of(schemaPattern).matches("");
    boolean anyCatalog = catalogName == null || catalogName.isEmpty();
    MetadataRows rows = COLUMNS.rows();
    if (anySchema && anyCatalog) {
      names()
          .filter(name -> Character.isLetter(name.charAt(0)) && pattern.matches(name))
          .distinct()
          .forEach(
              name -> rows.add(null, null, name, null, DatabaseMetaData.functionNoTable, name));
    }
    return rows.sortedBy("FUNCTION_NAME").toRows();
  }

  private static Stream<String> names() {
    return Stream.concat(
        BuiltinFunctions.registry().scalars().stream().map(ScalarFunction::name),
        BuiltinFunctions.registry().aggregates().stream().map(AggregateFunction::name));
  }
}
