package io.gabbro.function.datetime;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.Resolver;
import io.gabbro.function.Topic;
import io.gabbro.type.DateTimeField;
import io.gabbro.type.SqlType;
import java.util.Locale;

/** What the classes of this package share: documentation and errors. */
final class DateTimes {
  private DateTimes() {}

  /** A function of this package. */
  static DefinedFunction function(
      String name,
      String usage,
      String description,
      String example,
      String result,
      Resolver resolver) {
    return new DefinedFunction(
        name,
        new Documentation(Topic.DATETIME, usage, description, "SELECT " + example, result),
        resolver);
  }

  /** The error of a field that a type does not have. */
  static GabbroException unsupported(DateTimeField field, SqlType type) {
    return new GabbroException(
        ErrorCode.INVALID_ARGUMENT,
        "unit \"" + field.name().toLowerCase(Locale.ROOT) + "\" not supported for type " + type);
  }

  /** The error of a name that is no field. */
  static GabbroException unrecognized(String name, SqlType type) {
    return new GabbroException(
        ErrorCode.INVALID_ARGUMENT, "unit \"" + name + "\" not recognized for type " + type);
  }
}
