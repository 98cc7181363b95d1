package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.jdbc.error.SqlExceptions;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/**
 * The escapes of JDBC: <code>{d '…'} {t '…'} {ts '…'} {fn …} {oj …} {escape '…'} {limit …}</code>.
 * Braces in strings, quoted names and comments are none.
 */
final class EscapeSyntax {
  /** Names of JDBC's functions that are others here. */
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("char", "chr"),
          Map.entry("curdate", "current_date"),
          Map.entry("curtime", "localtime"),
          Map.entry("ifnull", "coalesce"),
          Map.entry("lcase", "lower"),
          Map.entry("log", "ln"),
          Map.entry("log10", "log"),
          Map.entry("rand", "random"),
          Map.entry("truncate", "trunc"),
          Map.entry("ucase", "upper"));

  private final String sql;
  private final StringBuilder target = new StringBuilder();
  private int position;

  private EscapeSyntax(String sql) {
    this.sql = sql;
  }

  /**
   * The statement without escapes.
   *
   * @throws SQLException {@code 42601} when an escape is not closed or has no known keyword
   */
  static String translate(String sql) throws SQLException {
    if (sql == null) {
      throw SqlExceptions.error(ErrorCode.INVALID_ARGUMENT, "the SQL text is null");
    }
    if (sql.indexOf('{') < 0) {
      return sql;
    }
    EscapeSyntax syntax = new EscapeSyntax(sql);
    try {
      syntax.translateUntil(false);
    } catch (GabbroException e) {
      throw SqlExceptions.of(e, sql);
    }
    return syntax.target.toString();
  }

  /** Copies text, escapes translated, to its end or to the brace that closes this escape. */
  private void translateUntil(boolean closingBrace) {
    int start = position;
    while (position < sql.length()) {
      char next = sql.charAt(position);
      if (next == '{') {
        position++;
        escape();
      } else if (next == '}' && closingBrace) {
        position++;
        return;
      } else {
        int end = SqlTokens.end(sql, position);
        target.append(sql, position, end);
        position = end;
      }
    }
    if (closingBrace) {
      throw error(start, "an escape has no closing brace");
    }
  }

  private void escape() {
    int start = position;
    String keyword = word();
    switch (keyword) {
      case "d" -> target.append("DATE ");
      case "t" -> target.append("TIME ");
      case "ts" -> target.append("TIMESTAMP ");
      case "escape" -> target.append("ESCAPE ");
      case "limit" -> target.append("LIMIT ");
      case "oj" -> {}
      case "fn" -> function();
      case "call", "?" ->
          throw new GabbroException(ErrorCode.UNSUPPORTED, "a call of a stored procedure");
      default -> throw error(start, "unknown escape {" + keyword + " …}");
    }
    skipBlanks();
    translateUntil(true);
  }

  private void function() {
    String name = word();
    String translated = FUNCTIONS.getOrDefault(name, name);
    target.append(translated);
    boolean isValue = translated.startsWith("current_") || translated.equals("localtime");
    skipBlanks();
    if (isValue && sql.startsWith("()", position)) {
      position += 2;
    }
  }

  private String word() {
    skipBlanks();
    int start = position;
    while (position < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(position))
            || sql.charAt(position) == '_'
            || sql.charAt(position) == '?')) {
      position++;
    }
    return sql.substring(start, position).toLowerCase(Locale.ROOT);
  }

  private void skipBlanks() {
    while (position < sql.length() && Character.isWhitespace(sql.charAt(position))) {
      position++;
    }
  }

  private GabbroException error(int offset, String message) {
    int line = 1 + (int) sql.substring(0, offset).chars().filter(c -> c == '\n').count();
    int column = offset - sql.lastIndexOf('\n', offset - 1);
    return GabbroException.at(
        new SourcePosition(offset, line, column), ErrorCode.SYNTAX_ERROR, message);
  }
}
