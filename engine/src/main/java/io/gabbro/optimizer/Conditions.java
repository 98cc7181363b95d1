package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.And;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes conditions apart and puts them together. */
final class Conditions {
  static final Constant TRUE = new Constant(SqlType.BOOLEAN, true);
  static final Constant FALSE = new Constant(SqlType.BOOLEAN, false);
  static final Constant UNKNOWN = new Constant(SqlType.BOOLEAN, null);

  private Conditions() {}

  /** The conditions that must all be true. */
  static List<BoundExpression> conjuncts(BoundExpression condition) {
    if (!(condition instanceof And and)) {
      return List.of(condition);
    }
    List<BoundExpression> conjuncts = new ArrayList<>();
    and.conditions().forEach(part -> conjuncts.addAll(conjuncts(part)));
    return conjuncts;
  }

  /** All of these conditions as one; empty for none. */
  static Optional<BoundExpression> all(List<BoundExpression> conditions) {
    return switch (conditions.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(conditions.get(0));
      default -> Optional.of(new And(conditions));
    };
  }
}
