package io.gabbro.jdbc;

/** Where strings, quoted names and comments end. */
final class SqlTokens {
  private SqlTokens() {}

  /** The end of the string, quoted name or comment at a position, else that of the character. */
  static int end(String sql, int start) {
    char first = sql.charAt(start);
    if (isEscapeString(sql, start)) {
      return escapeStringEnd(sql, start + 2);
    } else if (first == '\'' || first == '"') {
      return quotedEnd(sql, start, first);
    } else if (sql.startsWith("--", start)) {
      int end = sql.indexOf('\n', start);
      return end < 0 ? sql.length() : end + 1;
    } else if (sql.startsWith("/*", start)) {
      return commentEnd(sql, start);
    }
    return start + 1;
  }

  /** Whether {@code E'…'} starts here, in which a backslash takes the meaning from a quote. */
  private static boolean isEscapeString(String sql, int start) {
    return (sql.startsWith("E'", start) || sql.startsWith("e'", start))
        && (start == 0 || !Character.isJavaIdentifierPart(sql.charAt(start - 1)));
  }

  private static int escapeStringEnd(String sql, int start) {
    int position = start;
    while (position < sql.length() && sql.charAt(position) != '\'') {
      position += sql.charAt(position) == '\\' ? 2 : 1;
    }
    return Math.min(position + 1, sql.length());
  }

  /** A doubled quote ends one string and starts the next, which is as good. */
  private static int quotedEnd(String sql, int start, char quote) {
    int end = sql.indexOf(quote, start + 1);
    return end < 0 ? sql.length() : end + 1;
  }

  /** Comments may contain comments. */
  private static int commentEnd(String sql, int start) {
    int depth = 1;
    int position = start + 2;
    while (position < sql.length() && depth > 0) {
      if (sql.startsWith("*/", position)) {
        depth--;
        position += 2;
      } else if (sql.startsWith("/*", position)) {
        depth++;
        position += 2;
      } else {
        position++;
      }
    }
    return position;
  }
}
