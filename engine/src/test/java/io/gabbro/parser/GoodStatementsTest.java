package io.gabbro.parser;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.ast.AlterAction;
import io.gabbro.ast.Expression;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.SelectItem;
import io.gabbro.ast.Statement;
import io.gabbro.ast.TableExpression;
import io.gabbro.grammar.GabbroParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.Test;

/** Runs over {@code statements.txt}. */
class GoodStatementsTest {
  private final GoldenFile file = new GoldenFile("statements.txt");

  @Test
  void formatsAsTheFileSays() {
    file.check(sql -> AstFormatter.format(SqlParser.parseStatement(sql)));
  }

  @Test
  void theCanonicalFormIsTheSameTree() {
    for (String sql : file.inputs()) {
      Statement tree = SqlParser.parseStatement(sql);
      String canonical = AstFormatter.format(tree);
      Statement again = SqlParser.parseStatement(canonical);
      assertEquals(Trees.withoutPositions(tree), Trees.withoutPositions(again), sql);
      assertEquals(canonical, AstFormatter.format(again), sql);
    }
  }

  @Test
  void theFastPredictionSuffices() {
    for (String sql : file.inputs()) {
      assertDoesNotThrow(
          () -> TreeParser.parseFast(tokens(sql), GabbroParser::singleStatement), sql);
    }
    assertThrows(
        ParseCancellationException.class,
        () -> TreeParser.parseFast(tokens("SELECT"), GabbroParser::singleStatement));
  }

  @Test
  void commentsMayStandEverywhere() {
    for (String sql : file.inputs()) {
      StringBuilder commented = new StringBuilder("/**/--\n");
      StatementTokens tokens = tokens(sql);
      for (int i = 0; i < tokens.size() - 1; i++) {
        commented.append(tokens.get(i).getText()).append("/* /* ' */ \" ; */ -- it's \";\r\n");
      }
      assertEquals(
          Trees.withoutPositions(SqlParser.parseStatement(sql)),
          Trees.withoutPositions(SqlParser.parseStatement(commented.append(";--").toString())),
          sql);
    }
  }

  @Test
  void theCaseOfKeywordsDoesNotMatter() {
    for (String sql : file.inputs()) {
      StringBuilder mixed = new StringBuilder();
      StatementTokens tokens = tokens(sql);
      for (int i = 0; i < tokens.size() - 1; i++) {
        Token token = tokens.get(i);
        mixed.append(isWord(token) ? alternate(token.getText(), i) : token.getText()).append('\n');
      }
      assertEquals(
          Trees.withoutPositions(SqlParser.parseStatement(sql)),
          Trees.withoutPositions(SqlParser.parseStatement(mixed.toString())),
          sql);
    }
  }

  private static boolean isWord(Token token) {
    return token.getType() <= GabbroParser.ZONE || token.getType() == GabbroParser.IDENTIFIER;
  }

  private static String alternate(String word, int seed) {
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean ascii = c < 0x80;
      boolean upper = (i + seed) % 2 == 0;
      mixed.append(!ascii ? c : upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return mixed.toString();
  }

  @Test
  void everyTokenOfAStatementIsExpectedBehindThoseBeforeIt() {
    for (String sql : file.inputs()) {
      List<Token> tokens = read(sql);
      for (int i = 0; i < tokens.size(); i++) {
        Expectations expectations = expectationsAfter(tokens.subList(0, i));
        assertTrue(
            expectations.tokenTypes().contains(tokens.get(i).getType()),
            sql + "\ntoken " + i + ": " + ExpectedWords.of(expectations));
      }
    }
  }

  /** What the grammar allows behind {@code tokens}, found through a wrong one. */
  private static Expectations expectationsAfter(List<Token> tokens) {
    List<Token> wrong = new ArrayList<>(tokens);
    wrong.addAll(read("~"));
    Expectations expectations =
        TreeParser.expectations(
            new StatementTokens(wrong, wrong.get(tokens.size())), GabbroParser::singleStatement);
    assertEquals(tokens.size(), expectations.tokenIndex());
    return expectations;
  }

  @Test
  void theFileHoldsEveryKindOfNode() {
    Set<Class<?>> missing = new HashSet<>();
    for (Class<?> root :
        List.of(
            Statement.class,
            AlterAction.class,
            QueryBody.class,
            TableExpression.class,
            SelectItem.class,
            Expression.class)) {
      missing.addAll(List.of(root.getPermittedSubclasses()));
    }
    for (String sql : file.inputs()) {
      Trees.visit(SqlParser.parseStatement(sql), node -> missing.remove(node.getClass()));
    }
    assertEquals(Set.of(), missing);
  }

  private static List<Token> read(String sql) {
    List<Token> tokens = new ArrayList<>();
    new StatementReader(sql).readAll(tokens::add);
    return tokens;
  }

  private static StatementTokens tokens(String sql) {
    StatementReader reader = new StatementReader(sql);
    TokenCollector tokens = new TokenCollector();
    reader.readAll(tokens);
    return tokens.statement(reader);
  }
}
