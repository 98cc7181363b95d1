package io.gabbro.execution;

import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random rows of random types.
 *
 * @param columns the columns
 * @param rows the values
 */
public record RandomRows(List<PlanColumn> columns, List<List<Object>> rows) {
  /** All types that columns may have. */
  public static final List<SqlType> TYPES =
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

  /** Makes rows: one column of each of some types. */
  public static RandomRows of(Random random, List<SqlType> types, int count) {
    List<PlanColumn> columns = new ArrayList<>();
    for (SqlType type : types) {
      columns.add(Expressions.column(10 + columns.size(), type));
    }
    boolean nulls = random.nextInt(3) > 0;
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      List<Object> values = new ArrayList<>();
      for (SqlType type : types) {
        values.add(
            nulls ? NaiveValues.random(random, type) : NaiveValues.randomNotNull(random, type));
      }
      rows.add(values);
    }
    return new RandomRows(columns, rows);
  }

  /** Some types of {@link #TYPES}. */
  public static List<SqlType> types(Random random, int count) {
    List<SqlType> types = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      types.add(TYPES.get(random.nextInt(TYPES.size())));
    }
    return types;
  }

  /** The types of the columns. */
  public List<SqlType> types() {
    return columns.stream().map(PlanColumn::type).toList();
  }

  /** A plan node with these columns, to stand for an input. */
  public LogicalPlan plan() {
    return new LogicalPlan.Values(columns, List.of());
  }

  /** An operator that yields the rows. */
  public RowsOperator operator(Random random) {
    return new RowsOperator(types(), rows, random);
  }

  /** Evaluates expressions over a row. */
  public NaiveEvaluator evaluator(List<Object> row) {
    Map<Integer, Object> values = new HashMap<>();
    for (int index = 0; index < columns.size(); index++) {
      values.put(columns.get(index).id(), row.get(index));
    }
    return new NaiveEvaluator(values, List.of());
  }

  /** Rows as things that are equal where the values are. */
  public static List<List<Object>> keys(List<List<Object>> rows) {
    return rows.stream().map(row -> row.stream().map(NaiveValues::key).toList()).toList();
  }
}
