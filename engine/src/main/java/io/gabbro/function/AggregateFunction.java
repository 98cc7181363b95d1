package io.gabbro.function;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/** An aggregate function. Immutable and thread-safe. */
public interface AggregateFunction {
  /** Its name in lower case. */
  String name();

  /** What the function reference says about it. */
  Documentation documentation();

  /**
   * The signature for these argument types (none for {@code count(*)}; {@link SqlType#NULL} is that
   * of a bare NULL and of a parameter whose type is not known), or empty when none fits.
   */
  Optional<AggregateSignature> resolve(List<SqlType> arguments);
}
