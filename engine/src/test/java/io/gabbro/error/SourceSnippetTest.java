package io.gabbro.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SourceSnippetTest {
  private static String at(String sql, int offset) {
    return SourceSnippet.render(sql, new SourcePosition(offset, 1, 1));
  }

  @Test
  void showsTheLineOfThePlace() {
    assertEquals("SELECT a FORM t\n         ^", at("SELECT a FORM t", 9));
    assertEquals("second\n^", at("first\nsecond\nthird", 6));
    assertEquals("second\n     ^", at("first\nsecond\nthird", 11));
    assertEquals("third\n     ^", at("first\nsecond\nthird", 18));
  }

  @Test
  void showsTheEndOfALineOrOfTheText() {
    assertEquals("first\n     ^", at("first\nsecond", 5));
    assertEquals("a\n ^", at("a", 1));
    assertEquals("a\n ^", at("a", 99));
    assertEquals("\n^", at("", 0));
    assertEquals("\n^", at("a\n", 2));
  }

  @Test
  void keepsTabsAndBlanksOtherControlCharacters() {
    assertEquals("\ta\t b\n\t \t ^", at("\ta\t\rb", 4));
    assertEquals("a \n ^", at("a\r\nb", 1));
  }

  @Test
  void countsASurrogatePairAsOneCharacter() {
    assertEquals("'😀' x\n    ^", at("'😀' x", 5));
  }

  @Test
  void cutsALongLineAroundThePlace() {
    String sql = "x".repeat(500) + "!" + "y".repeat(500);
    String[] lines = at(sql, 500).split("\n");
    assertEquals("..." + "x".repeat(60) + "!" + "y".repeat(39) + "...", lines[0]);
    assertEquals('!', lines[0].charAt(lines[1].length() - 1));
    String start = at(sql, 10).split("\n")[0];
    assertEquals("x".repeat(100) + "...", start);
    String[] end = at(sql, 1001).split("\n");
    assertTrue(end[0].startsWith("..."));
    assertEquals(end[0].length() + 1, end[1].length());
  }

  @Test
  void cutsNoSurrogatePair() {
    String sql = "😀".repeat(300);
    for (int offset = 200; offset < 210; offset++) {
      String line = at(sql, offset).split("\n")[0].replace(".", "");
      assertEquals(0, line.replace("😀", "").length());
    }
  }
}
