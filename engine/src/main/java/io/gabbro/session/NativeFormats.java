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
    ColumnVector[] missing = new ColumnVector[columns.size()];
    for (int index = 0; index < missing.length; index++) {
      Column column = columns.get(index);
      missing[index] =
          column
              .missingSql()
              .map(sql -> ConstantExpressions.evaluate(sql, column.type()))
              .orElse(null);
    }
    return new NativeTableFormat(tableId, columns, primaryKey, versions, column -> missing[column]);
  }
}
