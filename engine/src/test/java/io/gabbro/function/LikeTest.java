package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.type.SeededRandom;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** LIKE against regular expressions, over random patterns and texts of few letters. */
class LikeTest {
  private static final List<SqlType> TYPES = List.of(SqlType.TEXT, SqlType.TEXT);
  private static final String[] LETTERS = {"a", "b", "ä", "😀", "A"};

  private final Random random = SeededRandom.create();

  private String anyText(int length) {
    StringBuilder text = new StringBuilder();
    for (int index = random.nextInt(length); index > 0; index--) {
      text.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return text.toString();
  }

  private String anyPattern() {
    StringBuilder pattern = new StringBuilder();
    for (int index = random.nextInt(7); index > 0; index--) {
      switch (random.nextInt(6)) {
        case 0, 1 -> pattern.append('%');
        case 2 -> pattern.append('_');
        default -> pattern.append(LETTERS[random.nextInt(LETTERS.length)]);
      }
    }
    return pattern.toString();
  }

  private static Pattern regex(String pattern, int flags) {
    StringBuilder regex = new StringBuilder();
    pattern
        .codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(letter)));
              }
            });
    return Pattern.compile(regex.toString(), Pattern.DOTALL | flags);
  }

  private void check(String name, int flags) {
    ScalarSignature signature = ObjectEvaluation.resolve(name, TYPES);
    for (int round = 0; round < 200; round++) {
      boolean constant = random.nextBoolean();
      String pattern = anyPattern();
      Object[][] rows = new Object[50][];
      for (int row = 0; row < rows.length; row++) {
        pattern = constant ? pattern : anyPattern();
        rows[row] = new Object[] {anyText(9), pattern};
      }
      Object[] results = ObjectEvaluation.evaluate(signature, TYPES, rows);
      for (int row = 0; row < rows.length; row++) {
        boolean expected =
            regex((String) rows[row][1], flags).matcher((String) rows[row][0]).matches();
        assertEquals(expected, results[row], rows[row][0] + " LIKE " + rows[row][1]);
      }
    }
  }

  @Test
  void likeIsARegularExpression() {
    check("like", 0);
  }

  @Test
  void ilikeIsOneWithoutCase() {
    check("ilike", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  @Test
  void findsWordsInLongTexts() {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < 5000; index++) {
      text.append(LETTERS[random.nextInt(2)]);
    }
    Object[][] rows = {
      {text + "needle" + text, "%needle%"},
      {text + "needl" + text, "%needle%"},
      {"needle" + text, "%needle%"},
      {text + "needle", "%needle%"},
      {text + "needl", "%needle%"},
      {text + "x" + text + "y" + text, "%x%y%"},
      {text + "y" + text + "x" + text, "%x%y%"},
      {text + "x" + text, "%x%"},
    };
    Object[] results =
        ObjectEvaluation.evaluate(ObjectEvaluation.resolve("like", TYPES), TYPES, rows);
    assertEquals(List.of(true, false, true, true, false, true, false, true), List.of(results));
  }
}
