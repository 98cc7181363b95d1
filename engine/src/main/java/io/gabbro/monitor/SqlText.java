package io.gabbro.monitor;

/** The text of a statement as logs and events show it. */
public final class SqlText {
  /** The longest text that is shown, in UTF-16 units. */
  public static final int MAX_LENGTH = 4_096;

  private SqlText() {}

  /** A text that is not too long, on one line. */
  public static String shorten(String sql) {
    String start = sql.length() <= MAX_LENGTH ? sql : sql.substring(0, MAX_LENGTH) + "…";
    return start.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
