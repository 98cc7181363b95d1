package io.gabbro.function.string;

import static io.gabbro.function.Vectors.booleans;
import static io.gabbro.function.Vectors.bytes;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;

/**
 * {@code LIKE} and {@code ILIKE}. The pattern is compiled when it differs from that of the row
 * before, which for a constant is once.
 */
public final class Like implements Kernel {
  /** {@code text LIKE pattern [ESCAPE character]}. */
  public static final ScalarFunction LIKE =
      new DefinedFunction(
          "like",
          new Documentation(
              Topic.PATTERN,
              "text [NOT] LIKE pattern [ESCAPE character]",
              "Whether the whole text matches a pattern, in which _ stands for any character and %"
                  + " for any characters or none. Behind the escape character, a backslash where"
                  + " none is given, both stand for themselves.",
              "SELECT 'gabbro' LIKE 'g_b%'",
              "true"),
          resolver(false));

  /** {@code text ILIKE pattern [ESCAPE character]}. */
  public static final ScalarFunction ILIKE =
      new DefinedFunction(
          "ilike",
          new Documentation(
              Topic.PATTERN,
              "text [NOT] ILIKE pattern [ESCAPE character]",
              "The same as LIKE without regard to upper and lower case.",
              "SELECT 'Gabbro' ILIKE '%BRO'",
              "true"),
          resolver(true));

  private static final byte[] BACKSLASH = {'\\'};

  private final boolean ignoresCase;
  private byte[] patternText;
  private byte[] escapeText = BACKSLASH;
  private LikePattern pattern;
  private final Utf8Builder folded = new Utf8Builder();

  private Like(boolean ignoresCase) {
    this.ignoresCase = ignoresCase;
  }

  private static Resolver resolver(boolean ignoresCase) {
    return Resolver.overloads(
        ScalarSignature.of(
            List.of(SqlType.TEXT, SqlType.TEXT), SqlType.BOOLEAN, () -> new Like(ignoresCase)),
        ScalarSignature.of(
            List.of(SqlType.TEXT, SqlType.TEXT, SqlType.TEXT),
            SqlType.BOOLEAN,
            () -> new Like(ignoresCase)));
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    BytesVector text = bytes(arguments[0]);
    BytesVector patterns = bytes(arguments[1]);
    BytesVector escapes = arguments.length > 2 ? bytes(arguments[2]) : null;
    boolean[] target = booleans(result);
    byte[] data = text.data();
    int lastPattern = -1;
    int lastEscape = -1;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      // The same place in the array is the same value; only other places are compared.
      if (patterns.start(row) != lastPattern
          || patterns.length(row) != patternText.length
          || (escapes != null && escapes.start(row) != lastEscape)) {
        prepare(patterns, escapes, row);
        lastPattern = patterns.start(row);
        lastEscape = escapes == null ? -1 : escapes.start(row);
      }
      int start = text.start(row);
      int length = text.length(row);
      if (ignoresCase) {
        fold(data, start, length);
        target[row] = pattern.matches(folded.bytes(), 0, folded.length());
      } else {
        target[row] = pattern.matches(data, start, length);
      }
    }
  }

  private void prepare(BytesVector patterns, BytesVector escapes, int row) {
    boolean same = pattern != null && isSame(patterns, row, patternText);
    same &= escapes == null || isSame(escapes, row, escapeText);
    if (same) {
      return;
    }
    pattern = null;
    patternText = patterns.bytes(row);
    escapeText = escapes == null ? BACKSLASH : escapes.bytes(row);
    byte[] compiled = patternText;
    byte[] escape = escapeText;
    if (ignoresCase) {
      fold(compiled, 0, compiled.length);
      compiled = Arrays.copyOf(folded.bytes(), folded.length());
      fold(escape, 0, escape.length);
      escape = Arrays.copyOf(folded.bytes(), folded.length());
    }
    pattern = LikePattern.compile(compiled, escape);
  }

  private static boolean isSame(BytesVector values, int row, byte[] value) {
    int start = values.start(row);
    return Arrays.equals(values.data(), start, start + values.length(row), value, 0, value.length);
  }

  /** Turns a text to lower case, into {@link #folded}. */
  private void fold(byte[] data, int start, int length) {
    folded.clear().append(data, start, length);
    byte[] bytes = folded.bytes();
    int seen = 0;
    for (int index = 0; index < length; index++) {
      int letter = bytes[index];
      seen |= letter;
      // Both differences are negative, and bit 5 of the shifted word set, from A to Z.
      int isUpper = (('A' - 1 - letter) & (letter - 'Z' - 1)) >>> 26;
      bytes[index] = (byte) (letter | (isUpper & 0x20));
    }
    if (seen < 0) {
      folded.clear();
      int end = start + length;
      for (int position = start; position < end; position = Utf8.next(data, position, end)) {
        folded.appendCodePoint(Character.toLowerCase(Utf8.codePoint(data, position, end)));
      }
    }
  }
}
