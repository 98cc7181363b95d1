package io.gabbro.plan.binder;

import io.gabbro.ast.Expression.ColumnName;
import io.gabbro.bytes.BigEndian;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.ScalarSignature;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The pseudo-column {@code _rowid} of a table without primary key: the number at the end of its
 * key, eight bytes.
 */
final class HiddenRowId {
  private static final ScalarSignature SIGNATURE =
      ScalarSignature.of(List.of(SqlType.BYTEA), SqlType.BIGINT, () -> HiddenRowId::read);

  private HiddenRowId() {}

  /** The row id, if that is what the name means in the scope. */
  static Optional<BoundExpression> resolve(ColumnName name, Scope scope) {
    if (!name.column().name().equals(TableDefinition.ROW_ID)
        || !scope.find(TableDefinition.ROW_ID).isEmpty()) {
      return Optional.empty();
    }
    Optional<Relation> relation =
        name.table().isPresent()
            ? Optional.of(scope.relation(name.table().orElseThrow()))
            : scope.relation();
    return relation
        .filter(table -> table.primaryKey().isEmpty())
        .flatMap(HiddenRowId::key)
        .map(key -> new Call(TableDefinition.ROW_ID, SIGNATURE, List.of(key.reference())));
  }

  /** The column that {@code _rowid} is computed from. */
  static ColumnReference keyOf(BoundExpression rowId) {
    return (ColumnReference) ((Call) rowId).arguments().get(0);
  }

  private static Optional<PlanColumn> key(Relation relation) {
    return relation.hidden().stream()
        .filter(column -> column.name().equals(SourceBinder.KEY))
        .findFirst();
  }

  private static void read(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    BytesVector keys = (BytesVector) arguments[0];
    long[] ids = ((LongVector) result).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int end = keys.start(row) + keys.length(row);
      ids[row] = BigEndian.getLong(keys.data(), end - Long.BYTES);
    }
  }
}
