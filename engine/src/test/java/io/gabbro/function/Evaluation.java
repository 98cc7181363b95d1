package io.gabbro.function;

import io.gabbro.function.cast.Casts;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.IntervalVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates a signature as an expression evaluator does: casts the arguments, leaves rows with
 * NULLs out when the signature is strict, and asks the kernel for a batch.
 *
 * <p>Positions that are not selected hold values that would fail or be seen if they were used.
 */
public final class Evaluation {
  /** The statement that tests run in. */
  public static final EvaluationContext CONTEXT =
      new EvaluationContext(
          Instant.parse("2024-02-29T23:30:45.123456Z"), ZoneId.of("Europe/Berlin"));

  private static final int[] POISON = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};

  private Evaluation() {}

  /** The results of rows that lie behind each other, all selected where no NULL forbids it. */
  public static List<String> dense(ScalarSignature signature, List<List<TypedValue>> rows) {
    return evaluate(signature, rows, 1, 0);
  }

  /** The results of rows with unselected ones in between. */
  public static List<String> sparse(ScalarSignature signature, List<List<TypedValue>> rows) {
    return evaluate(signature, rows, 3, 1);
  }

  private static List<String> evaluate(
      ScalarSignature signature, List<List<TypedValue>> rows, int step, int first) {
    int end = rows.size() * step + first;
    Selection selection = selection(rows.size(), step, first);
    List<SqlType> types = TypedValue.types(rows.get(0));
    ColumnVector[] arguments = new ColumnVector[types.size()];
    for (int argument = 0; argument < arguments.length; argument++) {
      ColumnVector vector = ColumnVector.allocate(types.get(argument).vectorKind(), end);
      poison(vector);
      for (int index = 0; index < rows.size(); index++) {
        rows.get(index).get(argument).put(vector, index * step + first, CONTEXT.zone());
      }
      arguments[argument] =
          cast(vector, types.get(argument), signature.parameters().get(argument), selection, end);
    }
    ColumnVector result = evaluate(signature, arguments, selection, end);
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      texts.add(TypedValue.text(signature.result(), result, index * step + first, CONTEXT.zone()));
    }
    return texts;
  }

  private static Selection selection(int count, int step, int first) {
    if (step == 1 && first == 0) {
      return Selection.ofAll(count);
    }
    Selection selection = new Selection(0);
    int[] positions = selection.startPositions(count);
    for (int index = 0; index < count; index++) {
      positions[index] = index * step + first;
    }
    selection.setCount(count);
    return selection;
  }

  /** The vector cast to another type where that is needed. */
  static ColumnVector cast(
      ColumnVector vector, SqlType from, SqlType to, Selection rows, int capacity) {
    if (from.equals(to) || Casts.isFree(from, to)) {
      return vector;
    }
    ScalarSignature cast = Casts.cast(from, to).orElseThrow();
    return evaluate(cast, new ColumnVector[] {vector}, rows, capacity);
  }

  /** Evaluates a signature whose arguments have the types of its parameters. */
  static ColumnVector evaluate(
      ScalarSignature signature, ColumnVector[] arguments, Selection rows, int capacity) {
    ColumnVector result = ColumnVector.allocate(signature.result().vectorKind(), capacity);
    poison(result);
    result.reset();
    Selection selected = signature.strict() ? nonNull(arguments, rows) : rows;
    signature.kernel().get().evaluate(CONTEXT, arguments, selected, result);
    if (selected != rows) {
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        if (hasNull(arguments, row)) {
          result.setNull(row);
        }
      }
    }
    return result;
  }

  private static Selection nonNull(ColumnVector[] arguments, Selection rows) {
    Selection selection = new Selection(0);
    int[] positions = selection.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      if (!hasNull(arguments, rows.position(index))) {
        positions[count++] = rows.position(index);
      }
    }
    selection.setCount(count);
    return count == rows.count() ? rows : selection;
  }

  private static boolean hasNull(ColumnVector[] arguments, int row) {
    for (ColumnVector argument : arguments) {
      if (argument.isNull(row)) {
        return true;
      }
    }
    return false;
  }

  /** Fills a vector with values that do harm where they are used. */
  static void poison(ColumnVector vector) {
    for (int row = 0; row < vector.capacity(); row++) {
      int value = POISON[row % POISON.length];
      if (vector instanceof IntVector ints) {
        ints.values()[row] = value;
      } else if (vector instanceof LongVector longs) {
        longs.values()[row] = (long) value << 32;
      } else if (vector instanceof DoubleVector doubles) {
        doubles.values()[row] = row % 2 == 0 ? 0 : Double.NaN;
      } else if (vector instanceof DecimalVector decimals) {
        decimals.low()[row] = (long) value << 32;
      } else if (vector instanceof BooleanVector booleans) {
        booleans.values()[row] = row % 2 == 0;
      } else if (vector instanceof IntervalVector intervals) {
        intervals.values()[row] = null;
      } else if (vector instanceof BytesVector bytes) {
        bytes.starts()[row] = -value;
        bytes.lengths()[row] = -7;
      }
    }
  }
}
