package io.gabbro.execution;

import io.gabbro.function.Accumulator;
import io.gabbro.function.AggregateSignature;
import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.SortKey;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain aggregates for tests of what is around them. */
public final class TestAggregates {
  private TestAggregates() {}

  /** {@code count(*)}, or the number of values that are not NULL. */
  public static AggregateCall count(int id, BoundExpression... arguments) {
    return call(id, "count", SqlType.BIGINT, List.of(arguments), Counts::new);
  }

  /** The texts in a row, each in brackets; it depends on the order in which rows come. */
  public static AggregateCall list(int id, BoundExpression argument) {
    return call(id, "list", SqlType.TEXT, List.of(argument), Lists::new);
  }

  private static AggregateCall call(
      int id,
      String name,
      SqlType result,
      List<BoundExpression> arguments,
      java.util.function.Supplier<Accumulator> accumulator) {
    return new AggregateCall(
        Expressions.column(id, result),
        name,
        new AggregateSignature(
            arguments.stream().map(BoundExpression::type).toList(), result, accumulator),
        arguments,
        false,
        List.of(),
        Optional.empty());
  }

  /** The same with DISTINCT. */
  public static AggregateCall distinct(AggregateCall call) {
    return new AggregateCall(
        call.output(),
        call.name(),
        call.signature(),
        call.arguments(),
        true,
        call.orderBy(),
        call.filter());
  }

  /** The same with ORDER BY. */
  public static AggregateCall orderBy(AggregateCall call, SortKey... keys) {
    return new AggregateCall(
        call.output(),
        call.name(),
        call.signature(),
        call.arguments(),
        call.distinct(),
        List.of(keys),
        call.filter());
  }

  /** The same with FILTER. */
  public static AggregateCall filter(AggregateCall call, BoundExpression condition) {
    return new AggregateCall(
        call.output(),
        call.name(),
        call.signature(),
        call.arguments(),
        call.distinct(),
        call.orderBy(),
        Optional.of(condition));
  }

  private static int group(int[] groups, int row) {
    return groups == null ? 0 : groups[row];
  }

  private static final class Counts implements Accumulator {
    private final List<Long> counts = new ArrayList<>();

    @Override
    public void ensureGroups(int count) {
      while (counts.size() < count) {
        counts.add(0L);
      }
    }

    @Override
    public void add(ColumnVector[] arguments, Selection rows, int[] groups) {
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        if (arguments.length == 0 || !arguments[0].isNull(row)) {
          int group = group(groups, row);
          counts.set(group, counts.get(group) + 1);
        }
      }
    }

    @Override
    public void combine(Accumulator other, int otherCount, int[] groups) {
      for (int group = 0; group < otherCount; group++) {
        long sum = counts.get(groups[group]) + ((Counts) other).counts.get(group);
        counts.set(groups[group], sum);
      }
    }

    @Override
    public void result(int group, ColumnVector target, int row) {
      target.setNotNull(row);
      ((LongVector) target).values()[row] = counts.get(group);
    }

    @Override
    public long memoryBytes() {
      return 8L * counts.size();
    }
  }

  private static final class Lists implements Accumulator {
    private final List<StringBuilder> texts = new ArrayList<>();
    private long bytes;

    @Override
    public void ensureGroups(int count) {
      while (texts.size() < count) {
        texts.add(new StringBuilder());
      }
    }

    @Override
    public void add(ColumnVector[] arguments, Selection rows, int[] groups) {
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        if (!arguments[0].isNull(row)) {
          BytesVector vector = (BytesVector) arguments[0];
          texts.get(group(groups, row)).append('[').append(vector.string(row)).append(']');
          bytes += vector.length(row) + 2;
        }
      }
    }

    @Override
    public void combine(Accumulator other, int otherCount, int[] groups) {
      throw new AssertionError("it depends on the order");
    }

    @Override
    public void result(int group, ColumnVector target, int row) {
      target.setNotNull(row);
      ((BytesVector) target).set(row, texts.get(group).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long memoryBytes() {
      return bytes;
    }
  }
}
