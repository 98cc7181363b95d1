package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Statement;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.grammar.GabbroParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;

/**
 * Turns SQL text into the syntax tree. Stateless and thread-safe.
 *
 * <p>Every method reports a text that is no SQL as a {@link GabbroException} with its position:
 * {@code SYNTAX_ERROR} (or another code of class 42 for rules that the grammar alone cannot check),
 * {@code UNTERMINATED_TOKEN}, or {@code STATEMENT_TOO_COMPLEX} beyond the {@link Limits}.
 */
public final class SqlParser {
  private SqlParser() {}

  /** Parses one statement; a semicolon may follow it. */
  public static Statement parseStatement(String sql) {
    return parse(sql).statement();
  }

  /** Parses one statement, like {@link #parseStatement}, and counts its parameters. */
  public static ParsedStatement parse(String sql) {
    return guarded(
        () -> {
          StatementReader reader = new StatementReader(sql);
          TokenCollector tokens = new TokenCollector();
          reader.read(tokens);
          ParsedStatement parsed = statement(tokens.statement(reader));
          reader.read(SqlParser::rejectSecondStatement);
          rejectOpenComment(reader);
          return parsed;
        });
  }

  /** Parses the statements of a script, separated by semicolons; empty ones are skipped. */
  public static List<Statement> parseScript(String sql) {
    return guarded(
        () -> {
          StatementReader reader = new StatementReader(sql);
          List<Statement> statements = new ArrayList<>();
          TokenCollector tokens = new TokenCollector();
          while (reader.read(tokens)) {
            statements.add(statement(tokens.statement(reader)).statement());
            tokens = new TokenCollector();
          }
          rejectOpenComment(reader);
          return statements;
        });
  }

  /** Parses an expression, such as the DEFAULT of a column that the catalog keeps as text. */
  public static Expression parseExpression(String sql) {
    return guarded(
        () -> {
          StatementReader reader = new StatementReader(sql);
          TokenCollector collector = new TokenCollector();
          reader.readAll(collector);
          StatementTokens tokens = collector.statement(reader);
          NestingCheck.check(tokens);
          GabbroParser.SingleExpressionContext tree =
              TreeParser.parse(tokens, GabbroParser::singleExpression);
          return new ExpressionBuilder(tokens).expression(tree.expression());
        });
  }

  private static ParsedStatement statement(StatementTokens tokens) {
    NestingCheck.check(tokens);
    GabbroParser.SingleStatementContext tree =
        TreeParser.parse(tokens, GabbroParser::singleStatement);
    Statement statement = new StatementBuilder(tokens).visit(tree.statement());
    return new ParsedStatement(statement, tokens.parameterCount());
  }

  private static void rejectSecondStatement(Token token) {
    throw SyntaxError.at(token, "only one statement is allowed here");
  }

  private static void rejectOpenComment(StatementReader reader) {
    if (reader.openComment().isPresent()) {
      throw MalformedToken.unterminated("comment", reader.openComment().get());
    }
  }

  /** Reports what the limits let through on a thread with little stack left. */
  private static <R> R guarded(Supplier<R> work) {
    try {
      return work.get();
    } catch (StackOverflowError e) {
      throw GabbroException.causedBy(
          e,
          ErrorCode.STATEMENT_TOO_COMPLEX,
          "the statement nests too deep for the stack of this thread");
    }
  }
}
