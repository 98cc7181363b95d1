package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds the items of a SELECT list that GROUP BY and ORDER BY name by ordinal or alias. */
final class ItemResolver {
  private final List<Output> outputs;
  private final String clause;

  ItemResolver(List<Output> outputs, String clause) {
    this.outputs = outputs;
    this.clause = clause;
  }

  /**
   * The position of the output column whose ordinal an expression is; empty when it is no constant.
   *
   * @throws GabbroException INVALID_COLUMN_REFERENCE when there is no such column, SYNTAX_ERROR for
   *     other constants
   */
  OptionalInt ordinal(Expression expression) {
    boolean constant =
        expression instanceof Expression.StringLiteral
            || expression instanceof Expression.BooleanLiteral
            || expression instanceof Expression.NullLiteral;
    if (expression instanceof Expression.NumberLiteral number) {
      return OptionalInt.of(ordinal(number));
    }
    if (constant) {
      throw notAnInteger(expression.position());
    }
    return OptionalInt.empty();
  }

  private int ordinal(Expression.NumberLiteral number) {
    int ordinal;
    try {
      ordinal = Integer.parseInt(number.text());
    } catch (NumberFormatException noInteger) {
      throw notAnInteger(number.position());
    }
    if (ordinal < 1 || ordinal > outputs.size()) {
      throw GabbroException.at(
          number.position(),
          ErrorCode.INVALID_COLUMN_REFERENCE,
          clause + " position " + ordinal + " is not in select list");
    }
    return ordinal - 1;
  }

  private GabbroException notAnInteger(SourcePosition position) {
    return GabbroException.at(
        position, ErrorCode.SYNTAX_ERROR, "non-integer constant in " + clause);
  }

  /**
   * The position of the output column of a name; empty when there is none.
   *
   * @throws GabbroException AMBIGUOUS_COLUMN when several that differ have the name
   */
  OptionalInt named(Expression.ColumnName name) {
    if (name.table().isPresent()) {
      return OptionalInt.empty();
    }
    List<Integer> found = new ArrayList<>();
    for (int index = 0; index < outputs.size(); index++) {
      if (outputs.get(index).name().equals(name.column().name())) {
        found.add(index);
      }
    }
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    Output first = outputs.get(found.get(0));
    for (int index : found) {
      if (!SameComputation.of(first.value(), outputs.get(index).value())) {
        throw GabbroException.at(name.position(), ErrorCode.AMBIGUOUS_COLUMN, name.column().name());
      }
    }
    return OptionalInt.of(found.get(0));
  }
}
