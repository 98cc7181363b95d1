package io.gabbro.function;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.function.Supplier;

/**
 * An aggregate resolved for argument types.
 *
 * @param parameters the types that the arguments are cast to first
 * @param result the type of the result
 * @param accumulator makes an empty accumulator
 */
public record AggregateSignature(
    List<SqlType> parameters, SqlType result, Supplier<? extends Accumulator> accumulator) {
  /** Copies the list. */
  public AggregateSignature {
    parameters = List.copyOf(parameters);
  }
}
