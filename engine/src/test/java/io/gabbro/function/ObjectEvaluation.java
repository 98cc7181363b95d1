package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.util.List;

/** Evaluates functions over rows of Java objects, null for NULL, in one batch. */
final class ObjectEvaluation {
  private ObjectEvaluation() {}

  /** The signature of a function of the registry. */
  static ScalarSignature resolve(String name, List<SqlType> types) {
    return BuiltinFunctions.registry()
        .scalar(name)
        .orElseThrow()
        .resolve(types)
        .orElseThrow(() -> new AssertionError(name + types));
  }

  /** The results; the same must come from all rows of a batch and from some. */
  static Object[] evaluate(ScalarSignature signature, List<SqlType> types, Object[][] rows) {
    Object[] dense = evaluate(signature, types, rows, 1);
    assertArrayEquals(dense, evaluate(signature, types, rows, 2));
    return dense;
  }

  private static Object[] evaluate(
      ScalarSignature signature, List<SqlType> types, Object[][] rows, int step) {
    int end = rows.length * step;
    Selection selection = selection(rows.length, step);
    ColumnVector[] arguments = new ColumnVector[types.size()];
    for (int argument = 0; argument < arguments.length; argument++) {
      SqlType type = types.get(argument);
      ColumnVector vector = ColumnVector.allocate(type.vectorKind(), end);
      Evaluation.poison(vector);
      for (int index = 0; index < rows.length; index++) {
        Values.set(type, vector, index * step + step - 1, rows[index][argument]);
      }
      arguments[argument] =
          Evaluation.cast(vector, type, signature.parameters().get(argument), selection, end);
    }
    ColumnVector result = Evaluation.evaluate(signature, arguments, selection, end);
    Object[] objects = new Object[rows.length];
    for (int index = 0; index < rows.length; index++) {
      objects[index] = Values.get(signature.result(), result, index * step + step - 1);
    }
    return objects;
  }

  private static Selection selection(int count, int step) {
    if (step == 1) {
      return Selection.ofAll(count);
    }
    Selection selection = new Selection(count);
    int[] positions = selection.startPositions(count);
    for (int index = 0; index < count; index++) {
      positions[index] = index * step + step - 1;
    }
    selection.setCount(count);
    return selection;
  }
}
