package io.gabbro.function;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.function.Supplier;

/**
 * A scalar function resolved for argument types.
 *
 * @param parameters the types that the arguments are cast to first, one for each argument
 * @param result the type of the result
 * @param strict whether the result is NULL when an argument is, in which case the kernel is not
 *     asked
 * @param stable whether equal arguments give equal results at any time, so that calls with constant
 *     arguments can be folded; {@code random()} and {@code current_timestamp} are not
 * @param kernel makes a kernel for one operator
 */
public record ScalarSignature(
    List<SqlType> parameters,
    SqlType result,
    boolean strict,
    boolean stable,
    Supplier<? extends Kernel> kernel) {
  /** Copies the list. */
  public ScalarSignature {
    parameters = List.copyOf(parameters);
  }

  /** A strict and stable signature. */
  public static ScalarSignature of(
      List<SqlType> parameters, SqlType result, Supplier<? extends Kernel> kernel) {
    return new ScalarSignature(parameters, result, true, true, kernel);
  }

  /** A strict and stable signature that computes one row after the other. */
  public static ScalarSignature ofRows(
      List<SqlType> parameters, SqlType result, RowFunction function) {
    return of(parameters, result, function::kernel);
  }
}
