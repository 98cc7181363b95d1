package io.gabbro.table;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.SchemaVersion;
import io.gabbro.catalog.SchemaVersion.StoredColumn;
import io.gabbro.catalog.TableFormat;
import io.gabbro.key.RowKeyCodec;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.serializer.row.RowEncoder;
import io.gabbro.serializer.row.RowLayout;
import io.gabbro.serializer.row.RowMapping;
import io.gabbro.storage.KeyRange;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.util.Arrays;
import java.util.List;

/**
 * The format of native tables: a row is one entry of the column family {@value #COLUMN_FAMILY}. Its
 * key is the number of the table, in four bytes, and the primary key; its value is a row of the
 * other columns. A table without primary key has a row id in its place, which no column shows.
 */
public final class NativeTableFormat implements TableFormat {
  /** The column family of all native tables. */
  public static final String COLUMN_FAMILY = "gabbro.rows";

  private final byte[] prefix = new byte[Integer.BYTES];
  private final boolean hasRowId;
  private final RowKeyCodec keyCodec;
  private final KeyColumns keyColumns;
  private final List<SchemaVersion> versions;
  private final List<RowMapping> mappings;
  private final RowEncoder rowEncoder;
  private final ColumnVector[] missing;

  /**
   * A format.
   *
   * @param tableId the number of the table
   * @param columns the columns of the table
   * @param primaryKey the columns of its primary key; empty for a row id
   * @param versions all schemas that rows may have; new rows get the last
   * @param missing what columns hold in rows of versions that lack them
   * @throws IllegalArgumentException when the last version lacks a column of the table
   */
  public NativeTableFormat(
      int tableId,
      List<Column> columns,
      List<KeyColumn> primaryKey,
      List<SchemaVersion> versions,
      MissingValues missing) {
    BigEndian.putInt(prefix, 0, tableId);
    hasRowId = primaryKey.isEmpty();
    keyCodec = new RowKeyCodec(prefix, parts(columns, primaryKey));
    keyColumns = new KeyColumns(columns.size(), primaryKey);
    this.versions = List.copyOf(versions);
    mappings = versions.stream().map(version -> mapping(version, columns)).toList();
    RowMapping last = mappings.get(mappings.size() - 1);
    requireAllColumns(last, columns);
    rowEncoder = new RowEncoder(last.layout(), last.columns());
    this.missing = new ColumnVector[columns.size()];
    Arrays.setAll(this.missing, missing::valueOf);
  }

  /** A row id takes as many bytes as a BIGINT. */
  private static List<RowKeyCodec.Part> parts(List<Column> columns, List<KeyColumn> primaryKey) {
    if (primaryKey.isEmpty()) {
      return List.of(new RowKeyCodec.Part(SqlType.BIGINT, false, false));
    }
    return primaryKey.stream()
        .map(key -> new RowKeyCodec.Part(columns.get(key.column()).type(), key.descending(), false))
        .toList();
  }

  private static RowMapping mapping(SchemaVersion version, List<Column> columns) {
    List<StoredColumn> stored = version.columns();
    int[] positions = new int[stored.size()];
    for (int index = 0; index < positions.length; index++) {
      positions[index] = position(stored.get(index), columns);
    }
    List<SqlType> types = stored.stream().map(StoredColumn::type).toList();
    return new RowMapping(new RowLayout(version.version(), types), positions);
  }

  private static int position(StoredColumn stored, List<Column> columns) {
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).id() == stored.columnId()) {
        return column;
      }
    }
    return RowMapping.DROPPED;
  }

  private void requireAllColumns(RowMapping mapping, List<Column> columns) {
    boolean[] found = new boolean[columns.size()];
    for (int column : mapping.columns()) {
      if (column != RowMapping.DROPPED) {
        found[column] = true;
      }
    }
    for (int column = 0; column < found.length; column++) {
      if (found[column] == keyColumns.contains(column)) {
        throw new IllegalArgumentException(
            "column " + columns.get(column).name() + " must be in the key or in rows");
      }
    }
  }

  @Override
  public String columnFamily() {
    return COLUMN_FAMILY;
  }

  @Override
  public KeyRange keyRange() {
    return KeyRange.prefix(prefix);
  }

  @Override
  public RowDecoder newDecoder() {
    return new NativeRowDecoder(mappings, missing, keyCodec.newReader(), keyColumns);
  }

  @Override
  public List<SchemaVersion> versions() {
    return versions;
  }

  /**
   * Appends the key of a row.
   *
   * @param keyColumns one vector a column of the primary key; one of row ids, not negative, where
   *     there is none
   */
  @Override
  public void encodeKey(ColumnVector[] keyColumns, int row, ByteBuilder target) {
    encodeKeyPrefix(keyColumns, keyCodec.partCount(), row, target);
  }

  @Override
  public void encodeKeyPrefix(ColumnVector[] keyColumns, int count, int row, ByteBuilder target) {
    if (hasRowId && count > 0) {
      target.put(prefix);
      target.putLong(((LongVector) keyColumns[0]).values()[row]);
    } else {
      keyCodec.encodePrefix(keyColumns, count, row, target);
    }
  }

  @Override
  public ValueWriter newWriter() {
    return new ValueWriter() {
      @Override
      public void write(ColumnVector[] columns, int row, ByteBuilder target) {
        rowEncoder.encode(columns, row, target);
      }

      @Override
      public void rewrite(
          ColumnVector[] columns, int row, byte[] old, int at, int length, ByteBuilder target) {
        rowEncoder.encode(columns, row, target);
      }
    };
  }

  /**
   * The row id in a key of a table without primary key.
   *
   * @param key the whole key
   */
  public static long rowId(byte[] key) {
    return BigEndian.getLong(key, Integer.BYTES);
  }
}
