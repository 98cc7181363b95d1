package io.gabbro.table;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableFormat;
import io.gabbro.key.KeyEncoding;
import io.gabbro.key.RowKeyCodec;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.storage.KeyRange;
import io.gabbro.vector.ColumnVector;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The format of tables over the entries of an application: a column family of their own, keys of a
 * {@link io.gabbro.key.KeyCodec} and values of a serializer, as they are. A table without primary
 * key has its key in {@code _key} only.
 */
public final class MappedTableFormat implements TableFormat {
  private final String columnFamily;
  private final RowKeyCodec keyCodec;
  private final List<KeyEncoding> keyEncodings;
  private final boolean[] notNull;
  private final List<String> names;

  private final KeyColumns keyColumns;

  /** For each field of the mapping its column. */
  private final int[] fieldColumns;

  private final Supplier<ValueMapping> mappings;
  private final LongSupplier generation;
  private volatile Generated mapping;

  /**
   * A format.
   *
   * @param keyEncodings how each column of the primary key lies in keys
   * @param mappings gives the mapping of the other columns, in their order, at the first use
   * @param generation a number that changes when {@code mappings} may give another
   */
  public MappedTableFormat(
      String columnFamily,
      List<Column> columns,
      List<KeyColumn> primaryKey,
      List<KeyEncoding> keyEncodings,
      Supplier<ValueMapping> mappings,
      LongSupplier generation) {
    this.columnFamily = columnFamily;
    this.keyEncodings = List.copyOf(keyEncodings);
    this.mappings = mappings;
    this.generation = generation;
    keyCodec =
        RowKeyCodec.mapped(
            primaryKey.stream()
                .map(
                    key ->
                        new RowKeyCodec.Part(
                            columns.get(key.column()).type(), key.descending(), false))
                .toList(),
            keyEncodings);
    keyColumns = new KeyColumns(columns.size(), primaryKey);
    fieldColumns =
        IntStream.range(0, columns.size()).filter(column -> !keyColumns.contains(column)).toArray();
    names = columns.stream().map(Column::name).toList();
    notNull = new boolean[columns.size()];
    for (int column = 0; column < notNull.length; column++) {
      notNull[column] = columns.get(column).notNull();
    }
  }

  @Override
  public String columnFamily() {
    return columnFamily;
  }

  @Override
  public KeyRange keyRange() {
    return KeyRange.all();
  }

  @Override
  public RowDecoder newDecoder() {
    return new MappedRowDecoder(
        keyCodec.newReader(), mapping().newReader(), keyColumns, fieldColumns, notNull, names);
  }

  @Override
  public boolean isMapped() {
    return true;
  }

  @Override
  public boolean isKeyOrdered(int part) {
    return keyEncodings.get(part).preservesOrder();
  }

  @Override
  public boolean acceptsKey(ColumnVector[] keyVectors, int count, int row) {
    return keyCodec.accepts(keyVectors, count, row);
  }

  @Override
  public void encodeKey(ColumnVector[] keyColumns, int row, ByteBuilder target) {
    keyCodec.encode(keyColumns, row, target);
  }

  @Override
  public void encodeKeyPrefix(ColumnVector[] keyColumns, int count, int row, ByteBuilder target) {
    keyCodec.encodePrefix(keyColumns, count, row, target);
  }

  @Override
  public ValueWriter newWriter() {
    return new FieldWriter(mapping().newWriter(), fieldColumns);
  }

  @Override
  public void checkValue(byte[] bytes, int offset, int length) {
    mapping().check(bytes, offset, length);
  }

  private ValueMapping mapping() {
    long now = generation.getAsLong();
    Generated known = mapping;
    if (known == null || known.generation() != now) {
      known = new Generated(now, mappings.get());
      mapping = known;
    }
    return known.mapping();
  }

  /** A mapping of a generation of serializers. */
  private record Generated(long generation, ValueMapping mapping) {}

  /** Hands on the columns that are fields. */
  private static final class FieldWriter implements ValueWriter {
    private final ValueWriter writer;
    private final int[] fieldColumns;
    private final ColumnVector[] fields;

    FieldWriter(ValueWriter writer, int[] fieldColumns) {
      this.writer = writer;
      this.fieldColumns = fieldColumns;
      fields = new ColumnVector[fieldColumns.length];
    }

    @Override
    public void write(ColumnVector[] columns, int row, ByteBuilder target) {
      writer.write(fields(columns), row, target);
    }

    @Override
    public void rewrite(
        ColumnVector[] columns, int row, byte[] old, int offset, int length, ByteBuilder target) {
      writer.rewrite(fields(columns), row, old, offset, length, target);
    }

    private ColumnVector[] fields(ColumnVector[] columns) {
      for (int field = 0; field < fields.length; field++) {
        fields[field] = columns[fieldColumns[field]];
      }
      return fields;
    }
  }
}
