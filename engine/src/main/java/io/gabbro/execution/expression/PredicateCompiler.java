package io.gabbro.execution.expression;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.VectorKind;
import java.util.List;
import java.util.Optional;

/**
 * Compiles conditions so that they write selections without computing a boolean vector where there
 * is a way. NOT is moved down to the comparisons.
 */
final class PredicateCompiler {
  private final ExpressionCompiler expressions;

  PredicateCompiler(ExpressionCompiler expressions) {
    this.expressions = expressions;
  }

  /**
   * Compiles a condition.
   *
   * @param wanted selects the rows where it is true, or those where it is false
   */
  Predicate predicate(BoundExpression condition, boolean wanted) {
    if (condition instanceof BoundExpression.Not not) {
      return predicate(not.condition(), !wanted);
    }
    if (condition instanceof BoundExpression.And and) {
      return wanted ? all(and) : any(and.conditions(), false);
    }
    if (condition instanceof BoundExpression.Or or) {
      return wanted
          ? any(or.conditions(), true)
          : new AndPredicate(predicates(or.conditions(), false));
    }
    if (condition instanceof BoundExpression.IsNull isNull) {
      return new IsNullPredicate(expressions.evaluator(isNull.value()), wanted);
    }
    if (condition instanceof BoundExpression.InList in
        && in.list().stream().allMatch(expressions::isConstant)) {
      return new InSetPredicate(
          expressions.evaluator(in.value()), expressions.constants(in.list()), wanted);
    }
    if (condition instanceof Call call && !expressions.isConstant(call)) {
      Optional<Comparison> comparison = comparison(call);
      if (comparison.isPresent()) {
        return compare(call, wanted ? comparison.get() : comparison.get().negated());
      }
      Predicate scaled = new ScaledComparison(expressions, call).predicate(wanted);
      if (scaled != null) {
        return scaled;
      }
    }
    return new BooleanPredicate(expressions.evaluator(condition), wanted);
  }

  private Predicate all(BoundExpression.And and) {
    List<BoundExpression> conditions = and.conditions();
    if (Conjunctions.isRange(and)) {
      return range(conditions);
    }
    List<BoundExpression> arranged = Conjunctions.of(and);
    return arranged.size() == 1
        ? predicate(arranged.get(0), true)
        : new AndPredicate(predicates(arranged, true));
  }

  private Predicate any(List<BoundExpression> conditions, boolean wanted) {
    return new OrPredicate(predicates(conditions, wanted));
  }

  private Predicate[] predicates(List<BoundExpression> conditions, boolean wanted) {
    Predicate[] predicates = new Predicate[conditions.size()];
    for (int index = 0; index < predicates.length; index++) {
      predicates[index] = predicate(conditions.get(index), wanted);
    }
    return predicates;
  }

  private Predicate range(List<BoundExpression> conditions) {
    List<RangePredicate.Bound> bounds =
        conditions.stream().map(Call.class::cast).map(this::bound).toList();
    Call first = (Call) conditions.get(0);
    BoundExpression column =
        first.arguments().get(0) instanceof BoundExpression.ColumnReference
            ? first.arguments().get(0)
            : first.arguments().get(1);
    return new RangePredicate(expressions.evaluator(column), bounds);
  }

  private RangePredicate.Bound bound(Call call) {
    Comparison comparison = comparison(call).orElseThrow();
    BoundExpression left = call.arguments().get(0);
    BoundExpression right = call.arguments().get(1);
    return left instanceof BoundExpression.ColumnReference
        ? new RangePredicate.Bound(comparison, expressions.constant(right))
        : new RangePredicate.Bound(comparison.flipped(), expressions.constant(left));
  }

  private Predicate compare(Call call, Comparison comparison) {
    BoundExpression left = call.arguments().get(0);
    BoundExpression right = call.arguments().get(1);
    if (!isWord(left.type().vectorKind())
        || expressions.isConstant(left) == expressions.isConstant(right)) {
      return new ComparisonPredicate(
          expressions.evaluator(left), expressions.evaluator(right), comparison);
    }
    return expressions.isConstant(right)
        ? new RangePredicate(
            expressions.evaluator(left),
            List.of(new RangePredicate.Bound(comparison, expressions.constant(right))))
        : new RangePredicate(
            expressions.evaluator(right),
            List.of(new RangePredicate.Bound(comparison.flipped(), expressions.constant(left))));
  }

  /** Whether values of this kind are a word each, or mostly. */
  static boolean isWord(VectorKind kind) {
    return kind == VectorKind.INT || kind == VectorKind.LONG || kind == VectorKind.DECIMAL;
  }

  /** The comparison that a call is, when comparing the vectors gives its result. */
  static Optional<Comparison> comparison(Call call) {
    if (call.arguments().size() != 2 || !call.signature().strict()) {
      return Optional.empty();
    }
    SqlType left = call.signature().parameters().get(0);
    SqlType right = call.signature().parameters().get(1);
    boolean alike =
        left.kind() == right.kind()
            && left.kind() != TypeKind.NULL
            && (left.kind() != TypeKind.NUMERIC || left.scale() == right.scale());
    return alike ? Comparison.ofOperator(call.name()) : Optional.empty();
  }
}
