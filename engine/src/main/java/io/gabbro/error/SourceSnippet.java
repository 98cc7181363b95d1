package io.gabbro.error;

/**
 * Shows a place in a SQL text: its line, and under it a caret.
 *
 * <pre>
 * SELECT a FORM t
 *          ^
 * </pre>
 *
 * <p>A long line is cut to a window around the place. Tabs stay tabs on both lines, so that the
 * caret stands right whatever their width; other control characters are shown as blanks.
 */
public final class SourceSnippet {
  private static final int WIDTH = 100;
  private static final int BEFORE = 60;
  private static final String CUT = "...";

  private SourceSnippet() {}

  /**
   * The line of {@code sql} that holds {@code position}, a line feed, and the caret under it.
   *
   * @param sql the text that the position belongs to
   * @param position a place in it; a place behind its end is shown at its end
   */
  public static String render(String sql, SourcePosition position) {
    int offset = Math.min(position.offset(), sql.length());
    int start = sql.lastIndexOf('\n', offset - 1) + 1;
    int end = sql.indexOf('\n', offset);
    end = end < 0 ? sql.length() : end;
    int from = Math.max(start, offset - BEFORE);
    if (from - start <= CUT.length()) {
      from = start;
    }
    int to = Math.min(end, from + WIDTH);
    if (end - to <= CUT.length()) {
      to = end;
    }
    from = outsideOfPair(sql, from);
    to = outsideOfPair(sql, to);
    StringBuilder line = new StringBuilder(from > start ? CUT : "");
    StringBuilder caret = new StringBuilder(" ".repeat(line.length()));
    for (int i = from; i < to; i += Character.charCount(sql.codePointAt(i))) {
      int codePoint = sql.codePointAt(i);
      boolean tab = codePoint == '\t';
      line.appendCodePoint(Character.isISOControl(codePoint) && !tab ? ' ' : codePoint);
      if (i < offset) {
        caret.append(tab ? '\t' : ' ');
      }
    }
    return line.append(to < end ? CUT : "").append('\n').append(caret).append('^').toString();
  }

  /** The place, moved back by one where it would cut a surrogate pair. */
  private static int outsideOfPair(String sql, int at) {
    boolean inside =
        at > 0
            && at < sql.length()
            && Character.isLowSurrogate(sql.charAt(at))
            && Character.isHighSurrogate(sql.charAt(at - 1));
    return inside ? at - 1 : at;
  }
}
