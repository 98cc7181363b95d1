package io.gabbro.parser;

import io.gabbro.ast.ColumnDefinition;
import io.gabbro.ast.Expression;
import io.gabbro.ast.Query;
import io.gabbro.ast.Statement;
import io.gabbro.ast.TypeName;

/**
 * Turns the syntax tree into canonical SQL text on one line: keywords in upper case, names quoted
 * only where they must be, parentheses only where they change the meaning. Parsing the text gives
 * the same tree again, apart from positions. Stateless and thread-safe.
 */
public final class AstFormatter {
  private AstFormatter() {}

  /** The text of a statement, without a semicolon. */
  public static String format(Statement statement) {
    StringBuilder out = new StringBuilder();
    statement.accept(new StatementFormatter(out));
    return out.toString();
  }

  /** The text of a query. */
  public static String format(Query query) {
    StringBuilder out = new StringBuilder();
    new QueryFormatter(out, new ExpressionFormatter(out)).query(query);
    return out.toString();
  }

  /** The text of an expression. */
  public static String format(Expression expression) {
    StringBuilder out = new StringBuilder();
    new ExpressionFormatter(out).expression(expression);
    return out.toString();
  }

  /** The text of a column in CREATE TABLE or ALTER TABLE ADD COLUMN. */
  public static String format(ColumnDefinition column) {
    StringBuilder out = new StringBuilder();
    new DefinitionFormatter(out).column(column);
    return out.toString();
  }

  /** The text of a data type, in lower case. */
  public static String format(TypeName type) {
    return NameFormatter.type(type);
  }

  /** The text of a name: as it is where that folds to the same name, else in double quotes. */
  public static String formatName(String name) {
    return NameFormatter.name(name);
  }

  /** The text of a string literal. */
  public static String formatString(String value) {
    return NameFormatter.string(value);
  }
}
