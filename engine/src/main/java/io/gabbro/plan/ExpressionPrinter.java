package io.gabbro.plan;

import io.gabbro.plan.BoundExpression.And;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Case;
import io.gabbro.plan.BoundExpression.Coalesce;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.InList;
import io.gabbro.plan.BoundExpression.IsNull;
import io.gabbro.plan.BoundExpression.Not;
import io.gabbro.plan.BoundExpression.Or;
import io.gabbro.plan.BoundExpression.ParameterReference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Bound expressions as readable SQL: columns by name, parameters as {@code ?1}, {@code ?2} and so
 * on, long lists cut. It is for people and not meant to be parsed.
 */
final class ExpressionPrinter {
  private static final int MAX_ITEMS = 10;

  private ExpressionPrinter() {}

  static String print(BoundExpression expression) {
    if (expression instanceof Constant constant) {
      return ConstantPrinter.print(constant);
    }
    if (expression instanceof ColumnReference column) {
      return column.name();
    }
    if (expression instanceof ParameterReference parameter) {
      return "?" + (parameter.index() + 1);
    }
    if (expression instanceof Call call) {
      return call(call, "");
    }
    if (expression instanceof And and) {
      return join(and.conditions(), " AND ");
    }
    if (expression instanceof Or or) {
      return join(or.conditions(), " OR ");
    }
    if (expression instanceof Not not) {
      return not(not.condition());
    }
    if (expression instanceof IsNull isNull) {
      return operand(isNull.value()) + " IS NULL";
    }
    if (expression instanceof InList in) {
      return in(in, "");
    }
    return expression instanceof Case conditional
        ? conditional(conditional)
        : "coalesce(" + list(((Coalesce) expression).arguments()) + ")";
  }

  private static String not(BoundExpression condition) {
    if (condition instanceof IsNull isNull) {
      return operand(isNull.value()) + " IS NOT NULL";
    }
    if (condition instanceof InList in) {
      return in(in, "NOT ");
    }
    return condition instanceof Call call && isLike(call)
        ? call(call, "NOT ")
        : "NOT " + operand(condition);
  }

  private static String in(InList in, String not) {
    return operand(in.value()) + " " + not + "IN (" + list(in.list()) + ")";
  }

  private static boolean isLike(Call call) {
    return call.name().equals("like") || call.name().equals("ilike");
  }

  private static boolean isSymbol(Call call) {
    return !Character.isLetter(call.name().charAt(0)) && call.name().charAt(0) != '_';
  }

  private static boolean isInfix(Call call) {
    boolean words = call.name().indexOf(' ') > 0;
    return (call.arguments().size() == 2 && (isSymbol(call) || words))
        || (isLike(call) && call.arguments().size() >= 2);
  }

  private static String call(Call call, String not) {
    List<BoundExpression> arguments = call.arguments();
    if (call.name().equals(Call.CAST)) {
      return "CAST(" + print(arguments.get(0)) + " AS " + call.type() + ")";
    }
    if (isInfix(call)) {
      String escape = arguments.size() > 2 ? " ESCAPE " + operand(arguments.get(2)) : "";
      return operand(arguments.get(0))
          + " "
          + not
          + call.name().toUpperCase(Locale.ROOT)
          + " "
          + operand(arguments.get(1))
          + escape;
    }
    return isSymbol(call) && arguments.size() == 1
        ? call.name() + operand(arguments.get(0))
        : call.name() + "(" + list(arguments) + ")";
  }

  private static String conditional(Case conditional) {
    StringBuilder text = new StringBuilder("CASE");
    for (Case.When when : conditional.whens()) {
      text.append(" WHEN ").append(print(when.condition()));
      text.append(" THEN ").append(print(when.result()));
    }
    conditional.otherwise().ifPresent(last -> text.append(" ELSE ").append(print(last)));
    return text.append(" END").toString();
  }

  private static String join(List<BoundExpression> conditions, String separator) {
    return conditions.stream()
        .map(c -> c instanceof And || c instanceof Or ? operand(c) : print(c))
        .collect(Collectors.joining(separator));
  }

  /** In parentheses where it consists of parts that the surroundings could tear apart. */
  private static String operand(BoundExpression expression) {
    boolean compound =
        expression instanceof And
            || expression instanceof Or
            || expression instanceof Not
            || expression instanceof IsNull
            || expression instanceof InList
            || (expression instanceof Call call && isInfix(call));
    return compound ? "(" + print(expression) + ")" : print(expression);
  }

  /** The first of some expressions, and how many more there are. */
  static String list(List<BoundExpression> expressions) {
    String shown =
        expressions.stream()
            .limit(MAX_ITEMS)
            .map(ExpressionPrinter::print)
            .collect(Collectors.joining(", "));
    int more = expressions.size() - MAX_ITEMS;
    return more > 0 ? shown + ", … " + more + " more" : shown;
  }
}
