package io.gabbro.function.math;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.function.Vectors;
import io.gabbro.type.SqlType;
import io.gabbro.vector.Values;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** {@code random()} and {@code gen_random_uuid()}: another value for each row. */
public final class Randomness {
  /** {@code random()}. */
  public static final ScalarFunction RANDOM =
      Mathematics.function(
          "random",
          "random()",
          "A random number from 0 on and below 1, another one for each row.",
          "random() BETWEEN 0 AND 1",
          "true",
          arguments -> resolve(arguments, SqlType.DOUBLE, Randomness::random));

  /** {@code gen_random_uuid()}. */
  public static final ScalarFunction GEN_RANDOM_UUID =
      new DefinedFunction(
          "gen_random_uuid",
          new Documentation(
              Topic.OTHER,
              "gen_random_uuid()",
              "A random UUID (version 4), another one for each row.",
              "SELECT length(CAST(gen_random_uuid() AS TEXT))",
              "36"),
          arguments -> resolve(arguments, SqlType.UUID, Randomness::uuid));

  private Randomness() {}

  private static Optional<ScalarSignature> resolve(
      List<SqlType> arguments, SqlType type, Supplier<Kernel> kernel) {
    return arguments.isEmpty()
        ? Optional.of(new ScalarSignature(List.of(), type, true, false, kernel))
        : Optional.empty();
  }

  private static Kernel random() {
    SplittableRandom random = new SplittableRandom();
    return (context, arguments, rows, result) -> {
      double[] target = Vectors.doubles(result);
      for (int index = 0; index < rows.count(); index++) {
        target[rows.position(index)] = random.nextDouble();
      }
    };
  }

  private static Kernel uuid() {
    return (context, arguments, rows, result) -> {
      for (int index = 0; index < rows.count(); index++) {
        Values.set(SqlType.UUID, result, rows.position(index), UUID.randomUUID());
      }
    };
  }
}
