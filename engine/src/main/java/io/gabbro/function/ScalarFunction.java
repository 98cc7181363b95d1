package io.gabbro.function;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A scalar function or an operator, which is a function whose name is its symbol ({@code +}, {@code
 * =}, {@code ||}). Immutable and thread-safe.
 */
public interface ScalarFunction {
  /** Its name in lower case. */
  String name();

  /**
   * The signature for these argument types ({@link SqlType#NULL} is that of a bare NULL and of a
   * parameter whose type is not known), or empty when none fits.
   */
  Optional<ScalarSignature> resolve(List<SqlType> arguments);
}
