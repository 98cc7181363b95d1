package io.gabbro.transaction;

import io.gabbro.catalog.TableFormat;
import java.util.Map;

/** A state of a transaction, which only that transaction can go back to. Immutable. */
public final class Savepoint {
  private final int byteSize;
  private final int count;
  private final SchemaChanges.Mark schema;
  private final Map<TableFormat, Integer> writtenTables;

  /**
   * A state.
   *
   * @param byteSize the size of the batch
   * @param count the number of its operations
   * @param writtenTables the tables that were written to, as they were then
   */
  Savepoint(
      int byteSize, int count, SchemaChanges.Mark schema, Map<TableFormat, Integer> writtenTables) {
    this.byteSize = byteSize;
    this.count = count;
    this.schema = schema;
    this.writtenTables = writtenTables;
  }

  int byteSize() {
    return byteSize;
  }

  int count() {
    return count;
  }

  SchemaChanges.Mark schema() {
    return schema;
  }

  Map<TableFormat, Integer> writtenTables() {
    return writtenTables;
  }
}
