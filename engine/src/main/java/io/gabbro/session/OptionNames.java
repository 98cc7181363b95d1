package io.gabbro.session;

import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import java.util.Arrays;

/** Option names in statements. */
final class OptionNames {
  private OptionNames() {}

  /** The option of that name. */
  static Option find(String name) {
    return Option.find(name).orElseThrow(() -> unknown(name));
  }

  private static GabbroException unknown(String name) {
    GabbroException error = new GabbroException(ErrorCode.UNDEFINED_OPTION, name);
    return Suggestions.closest(name, Arrays.stream(Option.values()).map(Option::key).toList())
        .map(close -> error.withHint("did you mean \"" + close + "\"?"))
        .orElse(error);
  }
}
