package io.gabbro.execution.expression;

import static io.gabbro.execution.Expressions.add;
import static io.gabbro.execution.Expressions.compare;
import static io.gabbro.execution.Expressions.constant;

import io.gabbro.execution.NaiveValues;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes random expressions over given columns and parameters. */
final class RandomExpressions {
  private static final String[] OPERATORS = {"=", "<>", "<", "<=", ">", ">="};

  private final Random random;
  private final List<PlanColumn> columns;
  private final List<SqlType> parameters;

  RandomExpressions(Random random, List<PlanColumn> columns, List<SqlType> parameters) {
    this.random = random;
    this.columns = columns;
    this.parameters = parameters;
  }

  BoundExpression condition(int depth) {
    int choice = depth == 0 ? 3 + random.nextInt(4) : random.nextInt(8);
    return switch (choice) {
      case 0 -> new BoundExpression.And(conditions(depth));
      case 1 -> new BoundExpression.Or(conditions(depth));
      case 2 -> new BoundExpression.Not(condition(depth - 1));
      case 3 -> new BoundExpression.IsNull(value(type(), depth));
      case 4 -> in(depth);
      case 7 -> value(SqlType.BOOLEAN, depth);
      default -> comparison(depth);
    };
  }

  private List<BoundExpression> conditions(int depth) {
    List<BoundExpression> conditions = new ArrayList<>();
    for (int count = 2 + random.nextInt(3); count > 0; count--) {
      conditions.add(condition(depth - 1));
    }
    return conditions;
  }

  private BoundExpression comparison(int depth) {
    SqlType type = type();
    return compare(
        value(type, depth), OPERATORS[random.nextInt(OPERATORS.length)], value(type, depth));
  }

  private BoundExpression in(int depth) {
    SqlType type = type();
    List<BoundExpression> list = new ArrayList<>();
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      list.add(random.nextInt(3) == 0 ? value(type, 0) : constant(type, random(type)));
    }
    return new BoundExpression.InList(value(type, depth), list);
  }

  private Object random(SqlType type) {
    return NaiveValues.random(random, type);
  }

  private SqlType type() {
    return columns.get(random.nextInt(columns.size())).type();
  }

  BoundExpression value(SqlType type, int depth) {
    int choice = depth == 0 ? random.nextInt(4) : random.nextInt(8);
    if (choice == 4) {
      return new BoundExpression.Case(
          type,
          List.of(
              new BoundExpression.Case.When(condition(depth - 1), value(type, depth - 1)),
              new BoundExpression.Case.When(condition(depth - 1), value(type, depth - 1))),
          random.nextBoolean() ? Optional.empty() : Optional.of(value(type, depth - 1)));
    }
    if (choice == 5) {
      return new BoundExpression.Coalesce(
          type, List.of(value(type, depth - 1), value(type, depth - 1), value(type, 0)));
    }
    if (choice == 6 && type.equals(SqlType.BIGINT)) {
      return add(value(type, depth - 1), value(type, depth - 1));
    }
    if (choice == 7 && type.equals(SqlType.BOOLEAN)) {
      return condition(depth - 1);
    }
    if (choice == 0) {
      return constant(type, random(type));
    }
    if (choice == 1 && parameters.contains(type)) {
      return new BoundExpression.ParameterReference(parameters.indexOf(type), type);
    }
    List<PlanColumn> candidates = columns.stream().filter(c -> c.type().equals(type)).toList();
    return candidates.get(random.nextInt(candidates.size())).reference();
  }
}
