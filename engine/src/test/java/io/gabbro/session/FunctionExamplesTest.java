package io.gabbro.session;

import io.gabbro.function.AggregateFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.builtin.BuiltinFunctions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of the function reference. */
final class FunctionExamplesTest {
  private static SqlTester sql;

  @BeforeAll
  static void open() {
    sql = SqlTester.inMemory();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  static Stream<Documentation> examples() {
    return Stream.concat(
        BuiltinFunctions.registry().scalars().stream().map(ScalarFunction::documentation),
        BuiltinFunctions.registry().aggregates().stream().map(AggregateFunction::documentation));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleGivesItsResult(Documentation documentation) {
    sql.check(
        "SELECT coalesce(CAST(r AS TEXT), 'NULL') FROM (" + documentation.example() + ") AS e (r)",
        documentation.result());
  }
}
