package io.gabbro.execution.expression;

import static io.gabbro.execution.ExecutionFixture.EVALUATION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.Expressions;
import io.gabbro.execution.NaiveEvaluator;
import io.gabbro.execution.NaiveValues;
import io.gabbro.execution.RowsOperator;
import io.gabbro.execution.TestSeed;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.ConstantValues;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random expressions over random rows give what a row-by-row evaluation gives. */
class ExpressionDifferentialTest {
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.BOOLEAN,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.DOUBLE,
          SqlType.numeric(10, 2),
          SqlType.numeric(38, 2),
          SqlType.TEXT,
          SqlType.BYTEA,
          SqlType.DATE,
          SqlType.TIMESTAMP,
          SqlType.INTERVAL,
          SqlType.UUID);

  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);
  private final List<PlanColumn> columns = new ArrayList<>();
  private final List<SqlType> columnTypes = new ArrayList<>();
  private final List<List<Object>> rows = new ArrayList<>();
  private List<Object> parameterValues;

  @Test
  void agreesWithRowByRowEvaluation() {
    for (int round = 0; round < 120; round++) {
      makeRows();
      RandomExpressions expressions = new RandomExpressions(random, columns, TYPES);
      for (int count = 0; count < 10; count++) {
        BoundExpression condition = expressions.condition(3);
        checkPredicate(condition);
        checkValue(condition);
        checkValue(expressions.value(TYPES.get(random.nextInt(TYPES.size())), 3));
      }
    }
  }

  private void makeRows() {
    columns.clear();
    columnTypes.clear();
    rows.clear();
    for (int index = 0; index < 2 * TYPES.size(); index++) {
      columnTypes.add(TYPES.get(index / 2));
      columns.add(Expressions.column(100 + 3 * index, TYPES.get(index / 2)));
    }
    boolean nulls = random.nextInt(4) > 0;
    for (int count = random.nextInt(60); count >= 0; count--) {
      rows.add(randomRow(columnTypes, nulls));
    }
    parameterValues = randomRow(TYPES, nulls);
  }

  private List<Object> randomRow(List<SqlType> types, boolean nulls) {
    List<Object> row = new ArrayList<>();
    for (SqlType type : types) {
      row.add(nulls ? NaiveValues.random(random, type) : NaiveValues.randomNotNull(random, type));
    }
    return row;
  }

  private ExpressionCompiler compiler() {
    return ExpressionCompiler.of(
        ColumnLayout.of(columns),
        EVALUATION,
        ExecutionFixture.parameters(TYPES, List.of(parameterValues)));
  }

  private NaiveEvaluator naive(List<Object> row) {
    Map<Integer, Object> values = new HashMap<>();
    for (int index = 0; index < columns.size(); index++) {
      values.put(columns.get(index).id(), row.get(index));
    }
    return new NaiveEvaluator(values, parameterValues);
  }

  private void checkPredicate(BoundExpression condition) {
    Predicate predicate = compiler().predicate(condition);
    List<Integer> found = new ArrayList<>();
    RowsOperator input = new RowsOperator(columnTypes, rows, random);
    int first = 0;
    for (RowBatch batch = input.next(); batch != null; batch = input.next()) {
      Selection matches = random.nextBoolean() ? batch.selection() : new Selection(0);
      Selection before = new Selection(0);
      before.copyFrom(batch.selection());
      predicate.select(batch, batch.selection(), matches);
      for (int index = 0; index < before.count(); index++) {
        for (int match = 0; match < matches.count(); match++) {
          if (matches.position(match) == before.position(index)) {
            found.add(first + index);
          }
        }
      }
      first += before.count();
    }
    List<Integer> expected = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      if (naive(rows.get(index)).isTrue(condition)) {
        expected.add(index);
      }
    }
    assertEquals(expected, found, () -> "seed " + seed + ": " + condition);
  }

  private void checkValue(BoundExpression expression) {
    Evaluator evaluator = compiler().evaluator(expression);
    RowsOperator input = new RowsOperator(columnTypes, rows, random);
    int next = 0;
    for (RowBatch batch = input.next(); batch != null; batch = input.next()) {
      ColumnVector values = evaluator.evaluate(batch, batch.selection());
      for (int index = 0; index < batch.selection().count(); index++) {
        int row = batch.selection().position(index);
        Object value = ConstantValues.read(expression.type(), values, row);
        Object expected = naive(rows.get(next++)).evaluate(expression);
        assertEquals(
            NaiveValues.key(expected),
            NaiveValues.key(value),
            () -> "seed " + seed + ": " + expression);
      }
    }
  }
}
