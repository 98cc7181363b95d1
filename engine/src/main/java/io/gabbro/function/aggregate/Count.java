package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.function.AggregateFunction;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.DefinedAggregate;
import io.gabbro.function.Documentation;
import io.gabbro.function.GroupwiseAccumulator;
import io.gabbro.function.Topic;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code COUNT(*)} and {@code COUNT(x)}: the number of rows, or of those where x is not NULL. */
public final class Count implements GroupwiseAccumulator {
  /** {@code COUNT}. */
  public static final AggregateFunction FUNCTION =
      new DefinedAggregate(
          "count",
          new Documentation(
              Topic.AGGREGATE,
              "count(*), count(x)",
              "The number of rows, or of the rows in which x is not NULL.",
              "SELECT count(x) FROM (VALUES (1), (NULL), (3)) AS t (x)",
              "2"),
          Count::resolve);

  private long[] counts = new long[0];

  private static Optional<AggregateSignature> resolve(List<SqlType> arguments) {
    return arguments.size() > 1
        ? Optional.empty()
        : Optional.of(new AggregateSignature(arguments, SqlType.BIGINT, Count::new));
  }

  @Override
  public void ensureGroups(int count) {
    if (counts.length < count) {
      counts = Arrays.copyOf(counts, ArgumentAccumulator.grown(counts.length, count));
    }
  }

  @Override
  public void add(ColumnVector[] arguments, Selection rows, int[] groups) {
    if (groups == null) {
      addGroup(arguments, rows, 0);
      return;
    }
    boolean[] nulls = nulls(arguments);
    int count = rows.count();
    if (nulls == null && rows.isAll()) {
      for (int row = 0; row < count; row++) {
        counts[groups[row]]++;
      }
    } else {
      for (int index = 0; index < count; index++) {
        int row = rows.position(index);
        counts[groups[row]] += nulls != null && nulls[row] ? 0 : 1;
      }
    }
  }

  @Override
  public void addGroup(ColumnVector[] arguments, Selection rows, int group) {
    boolean[] nulls = nulls(arguments);
    counts[group] += nulls == null ? rows.count() : countPresent(nulls, rows);
  }

  /** The NULL flags of the argument; null when no row is NULL. */
  private static boolean[] nulls(ColumnVector[] arguments) {
    return arguments.length > 0 && arguments[0].mayHaveNulls() ? arguments[0].nulls() : null;
  }

  private static long countPresent(boolean[] nulls, Selection rows) {
    long present = 0;
    for (int index = 0; index < rows.count(); index++) {
      present += nulls[rows.position(index)] ? 0 : 1;
    }
    return present;
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    long[] others = ((Count) other).counts;
    for (int group = 0; group < otherCount; group++) {
      counts[groups[group]] += others[group];
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    target.setNotNull(row);
    ((LongVector) target).values()[row] = counts[group];
  }

  @Override
  public long memoryBytes() {
    return 8L * counts.length;
  }
}
