package io.gabbro.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Statement;
import io.gabbro.error.GabbroException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is formatted parses to the same tree, whatever the tree. */
class RandomRoundTripTest {
  private static final int TREES = 1_000;
  private static final String NOISE = "();,.'\"?*=<>|-/:+% \n\\aE1_\u00e4\ud83d\ude00$#";

  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @Test
  void expressions() {
    RandomExpressions expressions = new RandomExpressions(random);
    for (int i = 0; i < TREES; i++) {
      expressions.restart();
      Expression tree = expressions.expression(1 + random.nextInt(6));
      String sql = AstFormatter.format(tree);
      String message = Seeds.message(seed, sql);
      assertEquals(tree, Trees.withoutPositions(parseExpression(sql, message)), message);
    }
  }

  private static Expression parseExpression(String sql, String message) {
    try {
      return SqlParser.parseExpression(sql);
    } catch (GabbroException e) {
      throw new AssertionError(message, e);
    }
  }

  @Test
  void statements() {
    RandomStatements statements = new RandomStatements(random);
    for (int i = 0; i < TREES; i++) {
      Statement tree = statements.statement();
      String sql = AstFormatter.format(tree);
      String message = Seeds.message(seed, sql);
      assertEquals(tree, Trees.withoutPositions(parseStatement(sql, message)), message);
    }
  }

  private static Statement parseStatement(String sql, String message) {
    try {
      return SqlParser.parseStatement(sql);
    } catch (GabbroException e) {
      throw new AssertionError(message, e);
    }
  }

  @Test
  void damagedStatementsRaiseNothingButErrorsOfTheEngine() {
    List<String> statements = new GoldenFile("statements.txt").inputs();
    for (int i = 0; i < TREES; i++) {
      StringBuilder sql = new StringBuilder(statements.get(random.nextInt(statements.size())));
      for (int damage = random.nextInt(4); damage >= 0; damage--) {
        damage(sql, statements.get(random.nextInt(statements.size())));
      }
      try {
        String formatted = AstFormatter.format(SqlParser.parseStatement(sql.toString()));
        assertEquals(
            formatted,
            AstFormatter.format(SqlParser.parseStatement(formatted)),
            Seeds.message(seed, sql.toString()));
      } catch (GabbroException e) {
        assertEquals("42", e.sqlState().substring(0, 2), Seeds.message(seed, sql.toString()));
      } catch (RuntimeException e) {
        throw new AssertionError(Seeds.message(seed, sql.toString()), e);
      }
    }
  }

  private void damage(StringBuilder sql, String other) {
    int from = random.nextInt(sql.length() + 1);
    int to = Math.min(sql.length(), from + random.nextInt(6));
    switch (random.nextInt(4)) {
      case 0 -> sql.delete(from, to);
      case 1 -> sql.insert(from, NOISE.charAt(random.nextInt(NOISE.length())));
      case 2 -> sql.insert(from, sql.substring(from, to));
      default -> sql.insert(from, other.substring(random.nextInt(other.length())));
    }
  }
}
