package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.function.AggregateFunction;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.DefinedAggregate;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.List;
import java.util.Optional;

/** {@code ANY_VALUE(x)}: the first value that comes. */
public final class AnyValue extends ArgumentAccumulator {
  /** {@code ANY_VALUE(x)}. */
  public static final AggregateFunction FUNCTION =
      DefinedAggregate.ofOne(
          "any_value",
          "Some value that is not NULL, NULL of no rows.",
          "SELECT any_value(x) FROM (VALUES (7), (7)) AS t (x)",
          "7",
          AnyValue::resolve);

  private final ColumnVector values;
  private int groupCount;

  private AnyValue(SqlType type) {
    values = ColumnVector.allocate(type.vectorKind(), 0);
  }

  private static Optional<AggregateSignature> resolve(SqlType argument) {
    SqlType type = argument.kind() == TypeKind.NULL ? SqlType.TEXT : argument;
    return Optional.of(new AggregateSignature(List.of(type), type, () -> new AnyValue(type)));
  }

  @Override
  public void ensureGroups(int count) {
    values.ensureCapacity(count);
    for (; groupCount < count; groupCount++) {
      values.setNull(groupCount);
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    if (groups == null) {
      add(0, arguments[0], rows.position(0));
      return;
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      add(groups[row], arguments[0], row);
    }
  }

  private void add(int group, ColumnVector source, int row) {
    if (values.isNull(group)) {
      values.copyRow(group, source, row);
    }
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    ColumnVector others = ((AnyValue) other).values;
    for (int group = 0; group < otherCount; group++) {
      if (!others.isNull(group)) {
        add(groups[group], others, group);
      }
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    target.copyRow(row, values, group);
  }

  @Override
  public long memoryBytes() {
    return values.memoryBytes();
  }
}
