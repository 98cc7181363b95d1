package io.gabbro.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.ast.Expression;
import io.gabbro.error.SourcePosition;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  private static String parsed(String sql) {
    return assertInstanceOf(Expression.ColumnName.class, SqlParser.parseExpression(sql))
        .column()
        .name();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "ABC, abc",
        "aBc_1$, abc_1$",
        "\"aBc\", aBc",
        "\"a\"\"b\", a\"b",
        "ÄpfEL, Äpfel",
        "名前, 名前",
        "İX, İx",
        "𝒳Y, 𝒳y",
        "e\u0301A, e\u0301a",
        "Ⅷ, Ⅷ",
        "DATE, date"
      })
  void lettersOfAsciiFoldToLowerCase(String sql, String name) {
    assertEquals(name, parsed(sql));
  }

  @Test
  void blanksBeyondAsciiSeparateWords() {
    Expression.Binary sum =
        assertInstanceOf(
            Expression.Binary.class, SqlParser.parseExpression("\uFEFFa\u00A0+\u3000b\u2003"));
    assertEquals(new SourcePosition(3, 1, 4), sum.position());
  }

  @Test
  void positionsCountUtf16CodeUnits() {
    Expression.Binary sum =
        assertInstanceOf(Expression.Binary.class, SqlParser.parseExpression("'😀😀'\n|| '😀' + b"));
    assertEquals(new SourcePosition(7, 2, 1), sum.position());
    assertEquals(new SourcePosition(15, 2, 9), sum.right().position());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "abc, abc", "a1_$, a1_$", "date, date", "Abc, \"Abc\"", "select, \"select\"",
        "1a, \"1a\"", "a b, \"a b\"", "a\"b, \"a\"\"b\"", "ä, \"ä\"", "~~, \"\""
      })
  void quotesOnlyTheNamesThatNeedIt(String name, String sql) {
    assertEquals(sql, AstFormatter.formatName(name));
  }

  @Test
  void everyKeywordIsANameInQuotesAndIfNotReservedAlsoWithout() {
    assertTrue(Keywords.reserved().containsAll(Set.of("SELECT", "FROM", "ORDER", "END", "TO")));
    for (String word : Keywords.all()) {
      assertEquals(word, parsed('"' + word + '"'));
      assertEquals(word.toLowerCase(java.util.Locale.ROOT), alias("SELECT 1 AS " + word));
      if (!Keywords.reserved().contains(word)) {
        assertEquals(word.toLowerCase(java.util.Locale.ROOT), parsed(word));
      }
    }
    for (String word : Set.of("DATE", "TIME", "VALUE", "KEY", "NAME", "COUNT", "YEAR", "TEXT")) {
      assertFalse(Keywords.reserved().contains(word), word);
    }
  }

  private static String alias(String sql) {
    String canonical = AstFormatter.format(SqlParser.parseStatement(sql));
    return canonical.substring("SELECT 1 AS ".length()).replace("\"", "");
  }
}
