package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.value.ParameterValue;
import io.gabbro.session.PreparedPlan;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The rows of parameters of a prepared statement: the one that is being set and, in front of it,
 * those that {@code addBatch} has ended.
 *
 * <p>Before a row is used that has values which their types do not hold (2.5 for {@code int_column
 * > ?}), the statement is planned again with the types of such values as hints. When that execution
 * is over, the plan without hints is back. Where nothing but values speaks for the type of a
 * parameter ({@code SELECT ?}), the hint stays.
 */
final class ParameterRows extends ParameterSlots {
  /** Plans the statement, under the lock of the connection. */
  @FunctionalInterface
  interface Planner {
    /** Plans it with hints for the types of its parameters. */
    PreparedPlan prepare(List<SqlType> hints) throws SQLException;
  }

  private final Planner planner;
  private final Supplier<ZoneId> zone;
  private final BooleanSupplier isInUse;

  /** Whether nothing but values speaks for the type of a parameter. */
  private final boolean[] guessed;

  /** The hints that stay: the types of values where nothing else speaks for a type. */
  private final SqlType[] guesses;

  /** The plan with no hints but those that stay, unless {@link #isBaseStale}. */
  private ParameterLayout base;

  private boolean isBaseStale;

  /** What the rows are set for: {@link #base}, or a plan with more hints. */
  private ParameterLayout active;

  private SqlType[] activeHints;

  /**
   * No values yet.
   *
   * @param isInUse whether an open result still uses the parameters of the last execution
   */
  ParameterRows(
      PreparedPlan plan, Planner planner, Supplier<ZoneId> zone, BooleanSupplier isInUse) {
    super(plan.parameterTypes().size());
    this.planner = planner;
    this.zone = zone;
    this.isInUse = isInUse;
    guesses = new SqlType[count()];
    Arrays.fill(guesses, SqlType.NULL);
    guessed = new boolean[count()];
    for (int index = 0; index < guessed.length; index++) {
      guessed[index] = plan.isParameterTypeGuessed(index);
    }
    base = new ParameterLayout(plan, zone, guessed);
    activate(base, guesses.clone());
  }

  private void activate(ParameterLayout layout, SqlType[] hints) {
    active = layout;
    activeHints = hints;
    use(layout);
  }

  /** The plan with no hints but those that stay. */
  PreparedPlan plan() {
    return base.plan();
  }

  /** The type of a parameter, from zero, of the row that is being set. */
  SqlType type(int parameter) {
    return active.types().get(parameter);
  }

  /** The number of ended rows that wait for the execution of the batch. */
  int batchSize() {
    return Math.max(0, row);
  }

  /**
   * The row that is being set, ended, for an execution.
   *
   * @throws SQLException when a parameter has no value
   */
  ParameterLayout endSingle() throws SQLException {
    if (row == ENDED) {
      if (active.isCurrent()) {
        return active;
      }
      reopen();
    }
    complete(!active.isCurrent());
    if (row > 0) {
      ParameterLayout single = copyOfRow(row);
      single.parameters().endRow();
      return single;
    }
    active.parameters().endRow();
    row = ENDED;
    return active;
  }

  /** Ends a row of a batch; the next one starts with the same values. */
  void endBatchRow() throws SQLException {
    if (row == ENDED) {
      reopen();
    }
    complete(false);
    active.parameters().endRow();
    row++;
  }

  /** The plan and the rows of the batch. */
  ParameterLayout batch() throws SQLException {
    if (!active.isCurrent()) {
      complete(true);
    }
    return active;
  }

  /** Forgets the rows of the batch; the values that were set last stay. */
  void clearBatch() throws SQLException {
    if (row > 0) {
      carry();
      returnToBase(row);
    }
  }

  @Override
  void reopen() throws SQLException {
    if (active != base) {
      returnToBase(0);
    } else if (isInUse.getAsBoolean()) {
      base = copyOfRow(0);
      activate(base, activeHints);
    } else {
      active.parameters().reopenRow();
    }
    row = 0;
  }

  /** Makes a row of the active plan the only one of the base plan. */
  private void returnToBase(int from) throws SQLException {
    ParameterLayout kept = copyOfRow(from);
    if (isBaseStale) {
      base = new ParameterLayout(planner.prepare(List.of(guesses)), zone, guessed);
      isBaseStale = false;
    }
    base.parameters().clear();
    for (int index = 0; index < count(); index++) {
      boolean isAside = pending != null && pending[index] != null;
      if (isBound(index) && !isAside && !transfer(kept, 0, base, 0, index)) {
        keepAside(index, value(kept, 0, index));
      }
    }
    activate(base, guesses.clone());
    moveTo(0);
  }

  /** Sees that every parameter has a value and that the plan has types for all of them. */
  private void complete(boolean isPlanStale) throws SQLException {
    carry();
    checkBound();
    if (pending != null || isPlanStale) {
      replan(isPlanStale);
    }
  }

  private void replan(boolean isPlanStale) throws SQLException {
    SqlType[] hints = activeHints.clone();
    for (int index = 0; pending != null && index < pending.length; index++) {
      if (pending[index] != null) {
        hints[index] = widen(index, pending[index]);
      }
    }
    if (Arrays.equals(hints, activeHints) && !isPlanStale) {
      convertRow(row, active);
      pending = null;
      return;
    }
    ParameterLayout planned = new ParameterLayout(planner.prepare(List.of(hints)), zone, guessed);
    for (int from = 0; from <= row; from++) {
      convertRow(from, planned);
    }
    pending = null;
    activate(planned, hints);
    if (Arrays.equals(hints, guesses)) {
      base = planned;
      isBaseStale = false;
    }
  }

  private SqlType widen(int index, Object value) throws SQLException {
    try {
      if (!guessed[index]) {
        SqlType old = active.types().get(index);
        return row == 0 ? ParameterHints.of(old, value) : ParameterHints.widen(old, value);
      }
      SqlType old = guesses[index];
      guesses[index] =
          row == 0 || old.equals(SqlType.NULL)
              ? ParameterHints.guess(old, value)
              : ParameterHints.widen(old, value);
      isBaseStale |= !guesses[index].equals(old);
      return guesses[index];
    } catch (GabbroException e) {
      throw SqlExceptions.of(e);
    }
  }

  private void convertRow(int from, ParameterLayout target) throws SQLException {
    for (int index = 0; index < count(); index++) {
      boolean isAside = from == row && pending != null && pending[index] != null;
      boolean fits =
          isAside
              ? put(pending[index], target, from, index)
              : transfer(active, from, target, from, index);
      if (!fits) {
        Object value = isAside ? pending[index] : value(active, from, index);
        throw misfit(value, target.types().get(index));
      }
    }
    if (from < row && target != active) {
      target.parameters().endRow();
    }
  }

  private static SQLException misfit(Object value, SqlType type) {
    return value instanceof Number && type.kind().isNumeric()
        ? SqlExceptions.error(
            ErrorCode.NUMERIC_OUT_OF_RANGE, "value " + value + " for type " + type + ":")
        : SqlExceptions.error(ErrorCode.CANNOT_COERCE, value.getClass().getName(), type);
  }

  /** A layout of the active plan with one row, not ended. */
  private ParameterLayout copyOfRow(int from) {
    ParameterLayout copy = active.withOwnVectors();
    for (int index = 0; index < count(); index++) {
      if (isBound(index)) {
        copy.vectors()[index].copyRow(0, active.vectors()[index], from);
      }
    }
    return copy;
  }

  /** Copies a value between layouts; false when the type there does not hold it. */
  private static boolean transfer(
      ParameterLayout source, int from, ParameterLayout target, int to, int index)
      throws SQLException {
    if (source == target) {
      return true;
    }
    if (source.types().get(index).equals(target.types().get(index))) {
      target.vectors()[index].copyRow(to, source.vectors()[index], from);
      return true;
    }
    return put(value(source, from, index), target, to, index);
  }

  private static boolean put(Object value, ParameterLayout target, int to, int index)
      throws SQLException {
    ColumnVector vector = target.vectors()[index];
    if (value == null) {
      vector.setNull(to);
      return true;
    }
    vector.setNotNull(to);
    try {
      return ParameterValue.bind(target.binders()[index].exact(), vector, to, value);
    } catch (GabbroException e) {
      throw SqlExceptions.of(e);
    }
  }

  private static Object value(ParameterLayout source, int from, int index) {
    return Values.get(source.types().get(index), source.vectors()[index], from);
  }
}
