package io.gabbro.optimizer;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableFormat;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.BoundExpression.InList;
import io.gabbro.plan.KeyAccess.Bound;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what conditions say of the columns of a primary key. */
final class KeyTests {
  private final Map<Integer, Integer> parts = new HashMap<>();
  private final NarrowIntegers integers;
  private final TableFormat format;

  KeyTests(TableScan scan, NarrowIntegers integers) {
    this.integers = integers;
    format = scan.table().format();
    List<KeyColumn> primaryKey = scan.table().primaryKey();
    for (TableScan.ScanColumn column : scan.columns()) {
      for (int part = 0; part < primaryKey.size(); part++) {
        if (primaryKey.get(part).column() == column.column()) {
          parts.put(column.output().id(), part);
        }
      }
    }
  }

  /** What a condition says; empty when that is nothing about one column of the key. */
  Optional<KeyTest> of(BoundExpression condition) {
    if (condition instanceof InList in) {
      return inList(in);
    }
    Optional<LikePrefix> like = LikePrefix.of(condition);
    if (like.isPresent()) {
      return like(like.orElseThrow());
    }
    return Comparison.of(condition)
        .flatMap(comparison -> comparison(comparison).or(() -> comparison(comparison.turned())));
  }

  private Optional<KeyTest> comparison(Comparison comparison) {
    Optional<ColumnReference> column = column(comparison.left());
    if (column.isEmpty() || !References.isRowIndependent(comparison.right())) {
      return Optional.empty();
    }
    int part = parts.get(column.orElseThrow().id());
    SqlType type = column.orElseThrow().type();
    return KeyValue.of(comparison.right(), comparison.operator(), type, integers)
        .flatMap(value -> test(part, comparison.operator(), value));
  }

  private Optional<KeyTest> test(int part, String operator, KeyValue value) {
    if (!operator.equals("=") && !format.isKeyOrdered(part)) {
      return Optional.empty();
    }
    Bound inclusive = new Bound(value.value(), true);
    Bound strict = new Bound(value.value(), !value.exact());
    return switch (operator) {
      case "=" -> Optional.of(KeyTest.oneOf(part, List.of(value.value()), value.exact()));
      case ">" -> Optional.of(KeyTest.atLeast(part, strict, value.exact()));
      case ">=" -> Optional.of(KeyTest.atLeast(part, inclusive, value.exact()));
      case "<" -> Optional.of(KeyTest.atMost(part, strict, value.exact()));
      case "<=" -> Optional.of(KeyTest.atMost(part, inclusive, value.exact()));
      default -> Optional.empty();
    };
  }

  /** A column of the key, as it is or cast to a greater integer type, which keeps its order. */
  private Optional<ColumnReference> column(BoundExpression expression) {
    BoundExpression inner = expression;
    boolean widening =
        expression instanceof Call call
            && call.name().equals(Call.CAST)
            && call.type().kind().isInteger()
            && call.arguments().get(0).type().kind().isInteger()
            && Coercion.isImplicit(call.arguments().get(0).type(), call.type());
    if (widening) {
      inner = expression.operands().get(0);
    }
    return inner instanceof ColumnReference column && parts.containsKey(column.id())
        ? Optional.of(column)
        : Optional.empty();
  }

  private Optional<KeyTest> inList(InList in) {
    Optional<ColumnReference> column = column(in.value());
    if (column.isEmpty()) {
      return Optional.empty();
    }
    List<BoundExpression> values = new ArrayList<>();
    boolean exact = true;
    for (BoundExpression item : in.list()) {
      Optional<KeyValue> value =
          References.isRowIndependent(item)
              ? KeyValue.of(item, "=", column.orElseThrow().type(), integers)
              : Optional.empty();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.orElseThrow().value());
      exact &= value.orElseThrow().exact();
    }
    return Optional.of(KeyTest.oneOf(parts.get(column.orElseThrow().id()), values, exact));
  }

  private Optional<KeyTest> like(LikePrefix like) {
    Optional<ColumnReference> column = column(like.value());
    if (column.isEmpty()
        || like.prefix().isEmpty()
        || !format.isKeyOrdered(parts.get(column.orElseThrow().id()))) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyTest(
            parts.get(column.orElseThrow().id()),
            List.of(),
            Optional.of(new Bound(like.lower(), true)),
            like.upper().map(upper -> new Bound(upper, false)),
            like.rest() == LikePrefix.Rest.ANYTHING));
  }
}
