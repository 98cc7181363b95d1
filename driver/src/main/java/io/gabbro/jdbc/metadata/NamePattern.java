package io.gabbro.jdbc.metadata;

/**
 * A pattern of names: {@code %} stands for any characters, {@code _} for one, and a backslash takes
 * the meaning from the character behind it.
 */
final class NamePattern {
  private final String pattern;

  private NamePattern(String pattern) {
    this.pattern = pattern;
  }

  /** A pattern; null matches everything. */
  static NamePattern of(String pattern) {
    return new NamePattern(pattern);
  }

  boolean matches(String name) {
    return pattern == null || matches(0, name, 0);
  }

  private boolean matches(int patternStart, String name, int nameStart) {
    int next = nameStart;
    for (int index = patternStart; index < pattern.length(); index++) {
      char wanted = pattern.charAt(index);
      if (wanted == '%') {
        return matchesTail(index + 1, name, next);
      }
      boolean escaped = wanted == '\\' && index + 1 < pattern.length();
      if (escaped) {
        index++;
        wanted = pattern.charAt(index);
      }
      boolean any = wanted == '_' && !escaped;
      if (next == name.length() || (!any && name.charAt(next) != wanted)) {
        return false;
      }
      next++;
    }
    return next == name.length();
  }

  private boolean matchesTail(int patternStart, String name, int nameStart) {
    for (int next = nameStart; next <= name.length(); next++) {
      if (matches(patternStart, name, next)) {
        return true;
      }
    }
    return false;
  }
}
