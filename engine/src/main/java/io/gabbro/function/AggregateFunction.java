package io.gabbro.function;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/** An aggregate function. Immutable and thread-safe. */
public interface AggregateFunction {
  /** Its name in lower case. */
  String name();

  /**
   * The signature for these argument types (none for {@code count(*)}), or empty when none fits.
   */
  Optional<AggregateSignature> resolve(List<SqlType> arguments);
}
