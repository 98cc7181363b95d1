package io.gabbro.session;

import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.SchemaVersion;
import io.gabbro.catalog.TableFormat;
import io.gabbro.catalog.TableFormatFactory;
import io.gabbro.table.NativeTableFormat;
import io.gabbro.vector.ColumnVector;
import java.util.List;

/** Makes the formats of native tables. */
final class NativeFormats implements TableFormatFactory {
  @Override
  public TableFormat create(
      int tableId, List<Column> columns, List<KeyColumn> primaryKey, List<SchemaVersion> versions) {
    return new NativeTableFormat(
        tableId, columns, primaryKey, versions, columns.stream().map(this::missingValue).toList());
  }

  private ColumnVector missingValue(Column column) {
    return column
        .missingSql()
        .map(sql -> ConstantExpressions.evaluate(sql, column.type()))
        .orElse(null);
  }
}
