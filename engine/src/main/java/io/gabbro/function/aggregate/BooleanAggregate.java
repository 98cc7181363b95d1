package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.function.AggregateFunction;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.DefinedAggregate;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code BOOL_AND} and {@code BOOL_OR}: whether a value that decides was seen. */
public final class BooleanAggregate extends ArgumentAccumulator {
  /** {@code BOOL_AND}. */
  public static final DefinedAggregate BOOL_AND =
      DefinedAggregate.ofOne(
          "bool_and",
          "Whether all values are true, NULL of no rows.",
          "SELECT bool_and(x) FROM (VALUES (TRUE), (FALSE)) AS t (x)",
          "false",
          type -> resolve(type, false));

  /** {@code EVERY}. */
  public static final AggregateFunction EVERY = BOOL_AND.as("every");

  /** {@code BOOL_OR}. */
  public static final AggregateFunction BOOL_OR =
      DefinedAggregate.ofOne(
          "bool_or",
          "Whether some value is true, NULL of no rows.",
          "SELECT bool_or(x) FROM (VALUES (TRUE), (FALSE)) AS t (x)",
          "true",
          type -> resolve(type, true));

  private final boolean decisive;
  private boolean[] present = new boolean[0];
  private boolean[] decided = new boolean[0];

  private BooleanAggregate(boolean decisive) {
    this.decisive = decisive;
  }

  private static Optional<AggregateSignature> resolve(SqlType type, boolean decisive) {
    return type.kind() == TypeKind.BOOLEAN || type.kind() == TypeKind.NULL
        ? Optional.of(
            new AggregateSignature(
                List.of(SqlType.BOOLEAN), SqlType.BOOLEAN, () -> new BooleanAggregate(decisive)))
        : Optional.empty();
  }

  @Override
  public void ensureGroups(int count) {
    if (present.length < count) {
      int length = grown(present.length, count);
      present = Arrays.copyOf(present, length);
      decided = Arrays.copyOf(decided, length);
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    boolean[] values = ((BooleanVector) arguments[0]).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int group = groups == null ? 0 : groups[row];
      present[group] = true;
      decided[group] |= values[row] == decisive;
    }
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    BooleanAggregate others = (BooleanAggregate) other;
    for (int group = 0; group < otherCount; group++) {
      present[groups[group]] |= others.present[group];
      decided[groups[group]] |= others.decided[group];
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    if (present[group]) {
      target.setNotNull(row);
      ((BooleanVector) target).values()[row] = decided[group] == decisive;
    } else {
      target.setNull(row);
    }
  }

  @Override
  public long memoryBytes() {
    return 2L * present.length;
  }
}
