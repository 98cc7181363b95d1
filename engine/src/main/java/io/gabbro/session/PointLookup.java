package io.gabbro.session;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.execution.Cancellation;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.ConstantValues;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.transaction.SchemaGate;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The short cut of a query that reads one row by its primary key: a bound key, one {@code get}, no
 * operators and no snapshot. It reads the latest committed state. All of it is used again from
 * execution to execution, so that a result is valid until the next.
 */
final class PointLookup {
  private final EmbeddedSession session;
  private final Database database;
  private final SchemaGate schema;
  private final long catalogVersion;
  private final List<SqlType> parameterTypes;
  private final TableDefinition table;
  private final ColumnFamily family;
  private final int[] keyParameters;
  private final ColumnVector[] keyColumns;
  private final int[] columns;
  private final RowDecoder decoder;
  private final RowBatch batch;
  private final SingleRow row;
  private final ByteBuilder key = new ByteBuilder();
  private final ValueBuffer value = new ValueBuffer();
  private final int[] keyOffsets = new int[2];
  private final int[] valueOffsets = new int[2];
  private final Selection one = Selection.ofAll(1);
  private final RowDecoder.BadRowListener badRow = (position, problem) -> noteBadRow();
  private boolean bad;

  private PointLookup(
      EmbeddedSession session,
      PlannedStatement planned,
      Shape shape,
      ColumnFamily family,
      int[] columns) {
    this.session = session;
    database = session.shared().store();
    schema = session.shared().transactions().schema();
    catalogVersion = planned.catalogVersion();
    parameterTypes = planned.parameterTypes();
    table = shape.scan().table();
    this.family = family;
    this.columns = columns;
    decoder = table.newDecoder();
    List<BoundExpression> equal = shape.equal();
    keyParameters = new int[equal.size()];
    keyColumns = new ColumnVector[equal.size()];
    for (int part = 0; part < keyParameters.length; part++) {
      keyParameters[part] = -1;
      if (equal.get(part) instanceof BoundExpression.ParameterReference parameter) {
        keyParameters[part] = parameter.index();
      } else if (equal.get(part) instanceof BoundExpression.Constant constant) {
        keyColumns[part] = ColumnVector.allocate(constant.type().vectorKind(), 1);
        ConstantValues.write(constant.type(), constant.value(), keyColumns[part], 0);
      }
    }
    ColumnVector[] vectors = new ColumnVector[columns.length];
    for (int index = 0; index < vectors.length; index++) {
      vectors[index] = ColumnVector.allocate(planned.columns().get(index).type().vectorKind(), 1);
    }
    batch = new RowBatch(vectors, one);
    row = new SingleRow(planned.columns(), batch);
  }

  /** The short cut for a statement; null when it has not the form. */
  static PointLookup of(EmbeddedSession session, PlannedStatement planned) {
    return Shape.of(planned.statement())
        .flatMap(
            shape ->
                session
                    .shared()
                    .store()
                    .columnFamily(shape.scan().table().format().columnFamily())
                    .map(
                        family ->
                            new PointLookup(session, planned, shape, family, shape.columns())))
        .orElse(null);
  }

  /**
   * Reads the row.
   *
   * @return null when this must be left to the operators: because the catalog is about to change,
   *     or the row does not decode
   */
  SingleRow tryExecute(Parameters parameters, Cancellation cancellation) {
    cancellation.check();
    long stamp = schema.startRead();
    if (session.catalog().version() != catalogVersion
        || !parameters.types().equals(parameterTypes)) {
      return null;
    }
    for (int part = 0; part < keyParameters.length; part++) {
      if (keyParameters[part] >= 0) {
        keyColumns[part] = parameters.vector(keyParameters[part]);
      }
      if (keyColumns[part].isNull(0)) {
        return row.with(false);
      }
    }
    if (!table.format().acceptsKey(keyColumns, keyColumns.length, 0)) {
      return row.with(false);
    }
    key.clear();
    table.format().encodeKey(keyColumns, 0, key);
    boolean found = database.get(family, null, key.bytes(), key.length(), value);
    if (!schema.isValid(stamp)) {
      return null;
    }
    if (!found) {
      return row.with(false);
    }
    keyOffsets[1] = key.length();
    valueOffsets[1] = value.length();
    bad = false;
    decoder.begin(key.bytes(), keyOffsets, value.bytes(), valueOffsets, 1, badRow);
    if (bad) {
      return null;
    }
    for (int index = 0; index < columns.length; index++) {
      decoder.decode(columns[index], one, batch.column(index));
    }
    if (bad) {
      return null;
    }
    return row.with(true);
  }

  private void noteBadRow() {
    bad = true;
  }

  /** A query that can take the short cut: the scan, the key, and the table's columns to yield. */
  private record Shape(LogicalPlan.TableScan scan, List<BoundExpression> equal, int[] columns) {

    static Optional<Shape> of(BoundStatement statement) {
      if (!(statement instanceof BoundStatement.Query query)) {
        return Optional.empty();
      }
      if (query.plan() instanceof LogicalPlan.TableScan scan) {
        return of(scan, scan.columns().stream().mapToInt(column -> column.column()).toArray());
      }
      if (query.plan() instanceof LogicalPlan.Project project
          && project.input() instanceof LogicalPlan.TableScan scan) {
        int[] columns =
            project.projections().stream()
                .mapToInt(projection -> position(projection.value(), scan))
                .toArray();
        boolean plain = java.util.Arrays.stream(columns).allMatch(column -> column > NOT_A_COLUMN);
        return plain ? of(scan, columns) : Optional.empty();
      }
      return Optional.empty();
    }

    private static final int NOT_A_COLUMN = Integer.MIN_VALUE;

    private static int position(BoundExpression value, LogicalPlan.TableScan scan) {
      if (value instanceof BoundExpression.ColumnReference reference) {
        for (LogicalPlan.TableScan.ScanColumn column : scan.columns()) {
          if (column.output().id() == reference.id()) {
            return column.column();
          }
        }
      }
      return NOT_A_COLUMN;
    }

    private static Optional<Shape> of(LogicalPlan.TableScan scan, int[] columns) {
      if (scan.filter().isPresent()
          || scan.table().primaryKey().isEmpty()
          || scan.access().ranges().size() != 1) {
        return Optional.empty();
      }
      KeyAccess.Range range = scan.access().ranges().get(0);
      boolean bound =
          range.equal().size() == scan.table().primaryKey().size()
              && range.equal().stream()
                  .allMatch(
                      value ->
                          value instanceof BoundExpression.ParameterReference
                              || value instanceof BoundExpression.Constant);
      return bound ? Optional.of(new Shape(scan, range.equal(), columns)) : Optional.empty();
    }
  }

  /** The result: one row or none. */
  static final class SingleRow implements Result.Rows {
    private final List<ResultColumn> columns;
    private final RowBatch batch;
    private boolean hasRow;

    SingleRow(List<ResultColumn> columns, RowBatch batch) {
      this.columns = columns;
      this.batch = batch;
    }

    SingleRow with(boolean found) {
      hasRow = found;
      return this;
    }

    boolean hasRow() {
      return hasRow;
    }

    @Override
    public List<ResultColumn> columns() {
      return columns;
    }

    @Override
    public RowBatch next() {
      if (hasRow) {
        hasRow = false;
        return batch;
      }
      return null;
    }

    @Override
    public long updateCount() {
      return -1;
    }

    @Override
    public void close() {
      hasRow = false;
    }
  }
}
