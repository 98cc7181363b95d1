package io.gabbro.function;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A scalar function put together from its parts.
 *
 * @param name its name in lower case
 * @param documentation what the function reference says about it
 * @param resolver chooses its signature
 */
public record DefinedFunction(String name, Documentation documentation, Resolver resolver)
    implements ScalarFunction {
  @Override
  public Optional<ScalarSignature> resolve(List<SqlType> arguments) {
    return resolver.resolve(arguments);
  }

  /** The same function under another name. */
  public DefinedFunction as(String alias) {
    String usage = documentation.usage().replaceFirst("^" + name, alias);
    String example = documentation.example().replaceFirst("\\b" + name + "\\b", alias);
    return new DefinedFunction(
        alias,
        new Documentation(
            documentation.topic(),
            usage,
            "The same as " + name + ".",
            example,
            documentation.result()),
        resolver);
  }
}
