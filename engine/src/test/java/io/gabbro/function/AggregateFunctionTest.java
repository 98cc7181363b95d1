package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.GabbroException;
import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs the lines in {@code aggregate/*.txt}: {@code name(type, type): 'a', 'b'; NULL, 'c' ->
 * result}, rows separated by semicolons. Each is computed in one group, in two batches, in several
 * groups, and in parts that are combined, from all rows of a vector and from some.
 */
class AggregateFunctionTest {
  private static final int GROUPS = 3;

  private record Aggregation(
      AggregateSignature signature, List<SqlType> types, List<List<TypedValue>> rows) {}

  private static Optional<Aggregation> resolve(String call) {
    int open = call.indexOf('(');
    int colon = call.indexOf("):");
    String name = call.substring(0, open);
    List<SqlType> types = new ArrayList<>();
    for (String type : call.substring(open + 1, colon).split(", ")) {
      if (!type.isEmpty()) {
        types.add(TypedValue.type(type));
      }
    }
    List<List<TypedValue>> rows = new ArrayList<>();
    for (String row : call.substring(colon + 2).split(";")) {
      if (!row.isBlank()) {
        rows.add(row(row.strip(), types));
      }
    }
    AggregateFunction function =
        BuiltinFunctions.registry()
            .aggregate(name)
            .orElseThrow(() -> new AssertionError("no aggregate " + name));
    return function.resolve(types).map(signature -> new Aggregation(signature, types, rows));
  }

  private static List<TypedValue> row(String row, List<SqlType> types) {
    List<TypedValue> values = new ArrayList<>();
    if (!row.equals("*")) {
      for (TypedValue value : TypedValue.parse(row)) {
        values.add(new TypedValue(types.get(values.size()), value.text()));
      }
    }
    return values;
  }

  @TestFactory
  Stream<DynamicTest> calls() {
    return CallTable.cases("aggregate")
        .map(line -> DynamicTest.dynamicTest(line.line(), () -> check(line)));
  }

  private static void check(CallTable line) {
    Optional<Aggregation> resolved = resolve(line.call());
    if (line.fails() && line.expected().equals("42883")) {
      assertTrue(resolved.isEmpty(), "it resolves");
      return;
    }
    Aggregation aggregation = resolved.orElseThrow(() -> new AssertionError("no signature fits"));
    if (line.type() != null) {
      assertEquals(TypedValue.type(line.type()), aggregation.signature().result());
    }
    for (int step : new int[] {1, 2}) {
      if (line.fails()) {
        assertEquals(line.expected(), error(() -> inOneGroup(aggregation, step)));
        assertEquals(line.expected(), error(() -> inGroups(aggregation, step)));
        assertEquals(line.expected(), error(() -> inParts(aggregation, step)));
      } else {
        assertEquals(line.expected(), inOneGroup(aggregation, step));
        assertEquals(line.expected(), inTwoBatches(aggregation, step));
        assertEquals(line.expected(), inGroups(aggregation, step));
        assertEquals(line.expected(), inParts(aggregation, step));
      }
    }
  }

  private static String error(Executable executable) {
    return assertThrows(GabbroException.class, executable).sqlState();
  }

  private static Accumulator accumulator(Aggregation aggregation, int groups) {
    Accumulator accumulator = aggregation.signature().accumulator().get();
    // Growing in steps must keep what is there.
    accumulator.ensureGroups(1);
    accumulator.ensureGroups(groups);
    return accumulator;
  }

  private static String inOneGroup(Aggregation aggregation, int step) {
    Accumulator accumulator = accumulator(aggregation, 1);
    add(accumulator, aggregation, aggregation.rows(), step, null);
    return result(accumulator, aggregation, 0);
  }

  private static String inTwoBatches(Aggregation aggregation, int step) {
    Accumulator accumulator = accumulator(aggregation, 1);
    int middle = aggregation.rows().size() / 2;
    add(accumulator, aggregation, aggregation.rows().subList(0, middle), step, null);
    accumulator.ensureGroups(100);
    add(
        accumulator,
        aggregation,
        aggregation.rows().subList(middle, aggregation.rows().size()),
        step,
        null);
    return result(accumulator, aggregation, 0);
  }

  /** Groups 1 and 2 get all rows, and group 0 stays empty. */
  private static String inGroups(Aggregation aggregation, int step) {
    Accumulator accumulator = accumulator(aggregation, GROUPS);
    List<List<TypedValue>> rows = new ArrayList<>();
    List<Integer> groups = new ArrayList<>();
    for (List<TypedValue> row : aggregation.rows()) {
      rows.addAll(List.of(row, row));
      groups.addAll(List.of(2, 1));
    }
    add(accumulator, aggregation, rows, step, groups);
    Accumulator empty = accumulator(aggregation, 1);
    assertEquals(result(empty, aggregation, 0), result(accumulator, aggregation, 0));
    return result(accumulator, aggregation, 1);
  }

  /** Two accumulators with half of the rows each, combined. */
  private static String inParts(Aggregation aggregation, int step) {
    int middle = (aggregation.rows().size() + 1) / 2;
    Accumulator first = accumulator(aggregation, 1);
    add(first, aggregation, aggregation.rows().subList(0, middle), step, null);
    Accumulator second = accumulator(aggregation, 1);
    add(
        second,
        aggregation,
        aggregation.rows().subList(middle, aggregation.rows().size()),
        step,
        null);
    Accumulator whole = accumulator(aggregation, GROUPS);
    whole.combine(accumulator(aggregation, 2), 2, new int[] {1, 0});
    whole.combine(first, 1, new int[] {2});
    whole.combine(second, 1, new int[] {2});
    assertTrue(whole.memoryBytes() > 0);
    return result(whole, aggregation, 2);
  }

  private static void add(
      Accumulator accumulator,
      Aggregation aggregation,
      List<List<TypedValue>> rows,
      int step,
      List<Integer> groups) {
    int end = rows.size() * step;
    List<SqlType> types = aggregation.types();
    ColumnVector[] arguments = new ColumnVector[types.size()];
    Selection selection = new Selection(0);
    int[] positions = selection.startPositions(rows.size());
    int[] groupOfRow = new int[end];
    for (int argument = 0; argument < arguments.length; argument++) {
      arguments[argument] = ColumnVector.allocate(types.get(argument).vectorKind(), end);
      Evaluation.poison(arguments[argument]);
    }
    for (int index = 0; index < rows.size(); index++) {
      int position = index * step + step - 1;
      positions[index] = position;
      groupOfRow[position] = groups == null ? -1 : groups.get(index);
      for (int argument = 0; argument < arguments.length; argument++) {
        rows.get(index).get(argument).put(arguments[argument], position, Evaluation.CONTEXT.zone());
      }
    }
    selection.setCount(rows.size());
    Selection selected = step == 1 ? Selection.ofAll(rows.size()) : selection;
    for (int argument = 0; argument < arguments.length; argument++) {
      SqlType parameter = aggregation.signature().parameters().get(argument);
      arguments[argument] =
          Evaluation.cast(arguments[argument], types.get(argument), parameter, selected, end);
    }
    accumulator.add(arguments, selected, groups == null ? null : groupOfRow);
  }

  private static String result(Accumulator accumulator, Aggregation aggregation, int group) {
    SqlType type = aggregation.signature().result();
    ColumnVector target = ColumnVector.allocate(type.vectorKind(), 2);
    Evaluation.poison(target);
    target.reset();
    accumulator.result(group, target, 1);
    return TypedValue.text(type, target, 1, Evaluation.CONTEXT.zone());
  }
}
