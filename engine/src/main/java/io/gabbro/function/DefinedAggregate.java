package io.gabbro.function;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An aggregate put together from its parts.
 *
 * @param name its name in lower case
 * @param documentation what the function reference says about it
 * @param resolver chooses its signature for argument types
 */
public record DefinedAggregate(
    String name,
    Documentation documentation,
    Function<List<SqlType>, Optional<AggregateSignature>> resolver)
    implements AggregateFunction {
  @Override
  public Optional<AggregateSignature> resolve(List<SqlType> arguments) {
    return resolver.apply(arguments);
  }

  /** An aggregate of one argument. */
  public static DefinedAggregate ofOne(
      String name,
      String description,
      String example,
      String result,
      Function<SqlType, Optional<AggregateSignature>> resolver) {
    return new DefinedAggregate(
        name,
        new Documentation(Topic.AGGREGATE, name + "(x)", description, example, result),
        arguments -> arguments.size() == 1 ? resolver.apply(arguments.get(0)) : Optional.empty());
  }

  /** The same aggregate under another name. */
  public DefinedAggregate as(String alias) {
    return new DefinedAggregate(
        alias,
        new Documentation(
            documentation.topic(),
            documentation.usage().replaceFirst("^" + name, alias),
            "The same as " + name + ".",
            documentation.example().replaceFirst("\\b" + name + "\\b", alias),
            documentation.result()),
        resolver);
  }
}
