package io.gabbro.catalog;

import io.gabbro.serializer.TableSerializer.FileSource;
import io.gabbro.serializer.ValueField;
import java.util.List;

/** Makes the format of a table from its definition. Thread-safe. */
public interface TableFormatFactory {
  /**
   * The format of a native table.
   *
   * @param tableId the table
   * @param columns its columns
   * @param primaryKey its primary key
   * @param versions the schema versions that rows may have, the newest last
   */
  TableFormat create(
      int tableId, List<Column> columns, List<KeyColumn> primaryKey, List<SchemaVersion> versions);

  /**
   * The format of a mapped table. Whether its columns fit is found out at its first use, so that
   * one whose classes are not there does not keep others from being used.
   */
  TableFormat createMapped(
      TableName name, TableMapping mapping, List<Column> columns, List<KeyColumn> primaryKey);

  /**
   * The mapping that a statement asks for, with options that name no files any more.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION}
   */
  TableMapping resolve(TableMapping written, FileSource files);

  /**
   * The columns of a mapped table whose statement lists none, without those of the key.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when they are not
   *     known
   */
  List<ValueField> fields(TableMapping mapping);
}
