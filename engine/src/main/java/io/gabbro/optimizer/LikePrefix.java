package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;

/**
 * The characters that a LIKE pattern starts with.
 *
 * @param value the string that is matched, of type VARCHAR
 * @param prefix the characters before the first wildcard
 * @param rest what follows: nothing, {@code %} alone, or more
 */
record LikePrefix(BoundExpression value, String prefix, Rest rest) {
  /** What follows the prefix. */
  enum Rest {
    NOTHING,
    ANYTHING,
    PATTERN
  }

  private static final String DEFAULT_ESCAPE = "\\";

  /** The prefix of a condition that is LIKE with a constant pattern; empty for others. */
  static Optional<LikePrefix> of(BoundExpression condition) {
    if (!(condition instanceof Call call) || !call.name().equals("like")) {
      return Optional.empty();
    }
    List<BoundExpression> arguments = call.arguments();
    BoundExpression value = arguments.get(0);
    Optional<String> pattern = text(arguments.get(1));
    Optional<String> escape =
        arguments.size() > 2 ? text(arguments.get(2)) : Optional.of(DEFAULT_ESCAPE);
    boolean readable = value.type().kind() == TypeKind.VARCHAR && pattern.isPresent();
    return readable
        ? escape
            .filter(character -> character.codePointCount(0, character.length()) <= 1)
            .flatMap(character -> parse(value, pattern.orElseThrow(), character))
        : Optional.empty();
  }

  private static Optional<String> text(BoundExpression expression) {
    return expression instanceof Constant constant && constant.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<LikePrefix> parse(BoundExpression value, String pattern, String escape) {
    StringBuilder prefix = new StringBuilder();
    int index = 0;
    while (index < pattern.length()) {
      if (!escape.isEmpty() && pattern.startsWith(escape, index)) {
        index += escape.length();
        if (index == pattern.length()) {
          return Optional.empty();
        }
      } else if (pattern.charAt(index) == '%' || pattern.charAt(index) == '_') {
        Rest rest = pattern.substring(index).equals("%") ? Rest.ANYTHING : Rest.PATTERN;
        return Optional.of(new LikePrefix(value, prefix.toString(), rest));
      }
      int character = pattern.codePointAt(index);
      prefix.appendCodePoint(character);
      index += Character.charCount(character);
    }
    return Optional.of(new LikePrefix(value, prefix.toString(), Rest.NOTHING));
  }

  /** The prefix as a constant. */
  Constant lower() {
    return new Constant(SqlType.TEXT, prefix);
  }

  /** The least string that is greater than all that start with the prefix; empty for none. */
  Optional<Constant> upper() {
    int end = prefix.length();
    while (end > 0) {
      int last = prefix.codePointBefore(end);
      int start = end - Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        int next = last + 1;
        boolean surrogate = next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE;
        String head = prefix.substring(0, start);
        return Optional.of(
            new Constant(
                SqlType.TEXT,
                head + Character.toString(surrogate ? Character.MAX_SURROGATE + 1 : next)));
      }
      end = start;
    }
    return Optional.empty();
  }
}
