package io.gabbro.plan.binder;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableFormat;
import io.gabbro.catalog.TableName;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.storage.KeyRange;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables that exist in a catalog only. */
public final class TestTables {
  /**
   * {@code t (a INT PRIMARY KEY, b TEXT, c NUMERIC(10,2), d DATE, flag BOOLEAN, n BIGINT NOT NULL
   * DEFAULT 7, v VARCHAR(3), s SMALLINT)}.
   */
  public static final TableDefinition T =
      table(
          "t",
          List.of(
              column("a", SqlType.INTEGER, true, null),
              column("b", SqlType.TEXT, false, null),
              column("c", SqlType.numeric(10, 2), false, null),
              column("d", SqlType.DATE, false, null),
              column("flag", SqlType.BOOLEAN, false, null),
              column("n", SqlType.BIGINT, true, "7"),
              column("v", SqlType.varchar(3), false, null),
              column("s", SqlType.SMALLINT, false, null)),
          List.of(new KeyColumn(0, false)));

  /** {@code k (x TEXT, y BIGINT, z SMALLINT, w INT, PRIMARY KEY (x, y DESC, z))}. */
  public static final TableDefinition K =
      table(
          "k",
          List.of(
              column("x", SqlType.TEXT, true, null),
              column("y", SqlType.BIGINT, true, null),
              column("z", SqlType.SMALLINT, true, null),
              column("w", SqlType.INTEGER, false, null)),
          List.of(new KeyColumn(0, false), new KeyColumn(1, true), new KeyColumn(2, false)));

  /** {@code heap (p INT, q CHAR(5), r TIMESTAMP)}, without primary key. */
  public static final TableDefinition HEAP =
      table(
          "heap",
          List.of(
              column("p", SqlType.INTEGER, false, null),
              column("q", SqlType.character(5), false, null),
              column("r", SqlType.TIMESTAMP, false, null)),
          List.of());

  /** {@code days (day DATE PRIMARY KEY, price NUMERIC(8,2))}. */
  public static final TableDefinition DAYS =
      table(
          "days",
          List.of(
              column("day", SqlType.DATE, true, null),
              column("price", SqlType.numeric(8, 2), false, null)),
          List.of(new KeyColumn(0, false)));

  private TestTables() {}

  /** A catalog of all of them. */
  public static CatalogSnapshot catalog() {
    return CatalogSnapshot.empty().with(T).with(K).with(HEAP).with(DAYS);
  }

  private record Draft(String name, SqlType type, boolean notNull, Optional<String> defaultSql) {}

  private static Draft column(String name, SqlType type, boolean notNull, String defaultSql) {
    return new Draft(name, type, notNull, Optional.ofNullable(defaultSql));
  }

  private static TableDefinition table(
      String name, List<Draft> drafts, List<KeyColumn> primaryKey) {
    List<Column> columns = new ArrayList<>();
    for (Draft draft : drafts) {
      columns.add(
          new Column(
              columns.size() + 1,
              draft.name(),
              draft.type(),
              draft.notNull(),
              draft.defaultSql(),
              Optional.empty()));
    }
    return new TableDefinition(1, TableName.of(name), columns, primaryKey, new NoFormat());
  }

  /** Never asked to read or write. */
  private static final class NoFormat implements TableFormat {
    @Override
    public String columnFamily() {
      return "none";
    }

    @Override
    public KeyRange keyRange() {
      throw new UnsupportedOperationException();
    }

    @Override
    public RowDecoder newDecoder() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void encodeKey(ColumnVector[] keyColumns, int row, ByteBuilder target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void encodeKeyPrefix(ColumnVector[] keyColumns, int count, int row, ByteBuilder target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ValueWriter newWriter() {
      throw new UnsupportedOperationException();
    }
  }
}
