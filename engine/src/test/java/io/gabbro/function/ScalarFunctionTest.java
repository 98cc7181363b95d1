package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.GabbroException;
import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.function.cast.Casts;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the calls in {@code scalar/*.txt}: {@code name(type 'value', …) -> result}. The error {@code
 * 42883} stands for a call that no signature fits. {@code cast(value, type)} and {@code
 * assign(value, type)} are casts.
 */
class ScalarFunctionTest {
  private record Call(ScalarSignature signature, List<TypedValue> arguments) {}

  private static Optional<Call> resolve(String call) {
    int open = call.indexOf('(', 1);
    String name = call.substring(0, open);
    String list = call.substring(open + 1, call.lastIndexOf(')'));
    if (name.equals("cast") || name.equals("assign")) {
      int comma = list.lastIndexOf(", ");
      List<TypedValue> value = TypedValue.parse(list.substring(0, comma));
      SqlType from = value.get(0).type();
      SqlType to = TypedValue.type(list.substring(comma + 2));
      return (name.equals("cast") ? Casts.cast(from, to) : Casts.assignment(from, to))
          .map(signature -> new Call(signature, value));
    }
    List<TypedValue> arguments = TypedValue.parse(list);
    ScalarFunction function =
        BuiltinFunctions.registry()
            .scalar(name)
            .orElseThrow(() -> new AssertionError("no function " + name));
    return function
        .resolve(TypedValue.types(arguments), literals(arguments))
        .map(signature -> new Call(signature, arguments));
  }

  private static List<Object> literals(List<TypedValue> arguments) {
    List<Object> literals = new ArrayList<>();
    for (TypedValue argument : arguments) {
      literals.add(
          argument.type().equals(SqlType.INTEGER) && argument.text() != null
              ? Integer.valueOf(argument.text())
              : null);
    }
    return literals;
  }

  @TestFactory
  Stream<DynamicTest> calls() {
    return CallTable.cases("scalar")
        .map(line -> DynamicTest.dynamicTest(line.line(), () -> check(line)));
  }

  private static void check(CallTable line) {
    Optional<Call> resolved = resolve(line.call());
    if (line.fails() && line.expected().equals("42883")) {
      assertTrue(resolved.isEmpty(), "it resolves");
      return;
    }
    Call call = resolved.orElseThrow(() -> new AssertionError("no signature fits"));
    List<List<TypedValue>> rows = List.of(call.arguments());
    if (line.fails()) {
      for (List<List<TypedValue>> batch : List.of(rows, List.of(rows.get(0), rows.get(0)))) {
        assertEquals(
            line.expected(),
            assertThrows(GabbroException.class, () -> Evaluation.dense(call.signature(), batch))
                .sqlState());
        assertEquals(
            line.expected(),
            assertThrows(GabbroException.class, () -> Evaluation.sparse(call.signature(), batch))
                .sqlState());
      }
      return;
    }
    if (line.type() != null) {
      assertEquals(TypedValue.type(line.type()), call.signature().result());
    }
    assertEquals(line.expected(), Evaluation.dense(call.signature(), rows).get(0));
    assertEquals(line.expected(), Evaluation.sparse(call.signature(), rows).get(0));
  }

  /** All calls of one function with the same types go through one kernel in one batch. */
  @Test
  void callsInOneBatch() {
    Map<String, List<CallTable>> batches = new LinkedHashMap<>();
    Map<String, List<Call>> calls = new LinkedHashMap<>();
    CallTable.cases("scalar")
        .filter(line -> !line.fails())
        .forEach(
            line -> {
              Call call = resolve(line.call()).orElseThrow(AssertionError::new);
              String key =
                  line.call().substring(0, line.call().indexOf('(', 1))
                      + TypedValue.types(call.arguments())
                      + call.signature().result();
              batches.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
              calls.computeIfAbsent(key, any -> new ArrayList<>()).add(call);
            });
    for (Map.Entry<String, List<CallTable>> batch : batches.entrySet()) {
      List<Call> batchCalls = calls.get(batch.getKey());
      ScalarSignature signature = batchCalls.get(0).signature();
      List<List<TypedValue>> rows = batchCalls.stream().map(Call::arguments).toList();
      List<String> expected = batch.getValue().stream().map(CallTable::expected).toList();
      assertEquals(expected, Evaluation.dense(signature, rows), batch::getKey);
      assertEquals(expected, Evaluation.sparse(signature, rows), batch::getKey);
    }
  }
}
