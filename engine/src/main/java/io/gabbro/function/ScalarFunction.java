package io.gabbro.function;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A scalar function or an operator, which is a function whose name is its symbol ({@code +}, {@code
 * =}, {@code ||}, {@code is distinct from}, {@code like}). Immutable and thread-safe.
 */
public interface ScalarFunction {
  /** Its name in lower case. */
  String name();

  /** What the function reference says about it. */
  Documentation documentation();

  /**
   * The signature for these argument types ({@link SqlType#NULL} is that of a bare NULL and of a
   * parameter whose type is not known), or empty when none fits.
   */
  Optional<ScalarSignature> resolve(List<SqlType> arguments);

  /**
   * The signature for these argument types where the values of literals are known: {@code
   * round(price, 1)} is a NUMERIC of scale 1. Functions whose types do not depend on values ignore
   * the literals.
   *
   * @param literals one entry an argument: the natural Java object of a literal, null elsewhere
   */
  default Optional<ScalarSignature> resolve(List<SqlType> arguments, List<?> literals) {
    return resolve(arguments);
  }
}
