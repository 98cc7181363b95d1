package io.gabbro.execution;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableFormat;
import io.gabbro.catalog.TableName;
import io.gabbro.key.RowKeyCodec;
import io.gabbro.plan.ConstantValues;
import io.gabbro.plan.LogicalPlan.TableScan.ScanColumn;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a simple row format: key columns lie in keys, all columns lie in values, one behind
 * the other. The first column is number 0 of the table and has the id {@code FIRST_ID} in plans.
 */
public final class SimpleTable implements TableFormat {
  /** The id of the first column in plans. */
  public static final int FIRST_ID = 50;

  private static final byte[] PREFIX = {0, 0, 0, 7};

  private final List<SqlType> types;
  private final RowKeyCodec keys;
  private final TableDefinition definition;
  private final ColumnVector[] row;

  /** A table of columns of these types with this primary key. */
  public SimpleTable(List<SqlType> types, List<KeyColumn> primaryKey) {
    this.types = types;
    keys =
        new RowKeyCodec(
            PREFIX,
            primaryKey.stream()
                .map(key -> new RowKeyCodec.Part(types.get(key.column()), key.descending(), false))
                .toList());
    List<Column> columns = new ArrayList<>();
    row = new ColumnVector[types.size()];
    for (int index = 0; index < types.size(); index++) {
      columns.add(
          new Column(
              index + 1,
              "c" + (FIRST_ID + index),
              types.get(index),
              false,
              Optional.empty(),
              Optional.empty()));
      row[index] = ColumnVector.allocate(types.get(index).vectorKind(), 1);
    }
    definition = new TableDefinition(7, TableName.of("simple"), columns, primaryKey, this);
  }

  /** Its definition. */
  public TableDefinition definition() {
    return definition;
  }

  /** The types of its columns. */
  public List<SqlType> types() {
    return types;
  }

  /** All of its columns for a scan. */
  public List<ScanColumn> scanColumns() {
    List<ScanColumn> columns = new ArrayList<>();
    for (int index = 0; index < types.size(); index++) {
      columns.add(new ScanColumn(Expressions.column(FIRST_ID + index, types.get(index)), index));
    }
    return columns;
  }

  /** Writes rows, and nothing else, to a database. */
  public void write(Database database, List<List<Object>> rows) {
    ColumnFamily family = database.createColumnFamily(columnFamily());
    WriteBatch batch = new WriteBatch();
    for (List<Object> values : rows) {
      batch.put(family, key(values), value(values));
    }
    database.write(batch, Durability.NONE);
  }

  /** The key of a row. */
  public byte[] key(List<Object> values) {
    ByteBuilder builder = new ByteBuilder();
    fill(values);
    ColumnVector[] keyColumns = new ColumnVector[definition.primaryKey().size()];
    for (int index = 0; index < keyColumns.length; index++) {
      keyColumns[index] = row[definition.primaryKey().get(index).column()];
    }
    encodeKey(keyColumns, 0, builder);
    return builder.toByteArray();
  }

  private byte[] value(List<Object> values) {
    ByteBuilder builder = new ByteBuilder();
    fill(values);
    newWriter().write(row, 0, builder);
    return builder.toByteArray();
  }

  private void fill(List<Object> values) {
    for (int index = 0; index < row.length; index++) {
      row[index].reset();
      ConstantValues.write(types.get(index), values.get(index), row[index], 0);
    }
  }

  @Override
  public String columnFamily() {
    return "gabbro.rows";
  }

  @Override
  public KeyRange keyRange() {
    return KeyRange.prefix(PREFIX);
  }

  @Override
  public RowDecoder newDecoder() {
    return new SimpleDecoder(definition, keys.newReader());
  }

  @Override
  public void encodeKey(ColumnVector[] keyColumns, int position, ByteBuilder target) {
    keys.encode(keyColumns, position, target);
  }

  @Override
  public void encodeKeyPrefix(
      ColumnVector[] keyColumns, int count, int position, ByteBuilder target) {
    keys.encodePrefix(keyColumns, count, position, target);
  }

  @Override
  public ValueWriter newWriter() {
    return new ValueWriter() {
      @Override
      public void write(ColumnVector[] columns, int position, ByteBuilder target) {
        for (ColumnVector column : columns) {
          SimpleDecoder.write(column, position, target);
        }
      }

      @Override
      public void rewrite(
          ColumnVector[] columns,
          int position,
          byte[] old,
          int at,
          int length,
          ByteBuilder target) {
        write(columns, position, target);
      }
    };
  }
}
