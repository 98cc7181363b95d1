package io.gabbro.plan.binder;

import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import java.util.Collection;

/** The hints of errors about names. */
final class Hints {
  private Hints() {}

  /** The error with a hint at the most similar of some names, if one is similar at all. */
  static GabbroException suggest(
      GabbroException error, String name, Collection<String> candidates) {
    return Suggestions.closest(name, candidates)
        .map(similar -> error.withHint(didYouMean(similar)))
        .orElse(error);
  }

  static String didYouMean(String name) {
    return "did you mean \"" + name + "\"?";
  }
}
