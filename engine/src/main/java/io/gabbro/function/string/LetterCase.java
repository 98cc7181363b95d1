package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.List;

/**
 * {@code upper}, {@code lower}, {@code initcap}: letter by letter, so that a text keeps its number
 * of characters.
 */
public final class LetterCase implements Kernel {
  /** {@code upper(text)}. */
  public static final ScalarFunction UPPER =
      Strings.function(
          "upper",
          "upper(text)",
          "The text in upper case.",
          "upper('Äpfel')",
          "ÄPFEL",
          resolver(Mode.UPPER));

  /** {@code lower(text)}. */
  public static final ScalarFunction LOWER =
      Strings.function(
          "lower",
          "lower(text)",
          "The text in lower case.",
          "lower('ÄPFEL')",
          "äpfel",
          resolver(Mode.LOWER));

  /** {@code initcap(text)}. */
  public static final ScalarFunction INITCAP =
      Strings.function(
          "initcap",
          "initcap(text)",
          "The first letter of each word in upper case and the others in lower case. Words are"
              + " letters and digits.",
          "initcap('hello wORLD')",
          "Hello World",
          resolver(Mode.WORDS));

  private static final int LETTERS = 26;
  private static final int CASE_BIT = 0x20;

  private enum Mode {
    UPPER,
    LOWER,
    WORDS
  }

  private final Mode mode;
  private final Utf8Builder builder = new Utf8Builder();

  private LetterCase(Mode mode) {
    this.mode = mode;
  }

  private static Resolver resolver(Mode mode) {
    return Resolver.overloads(
        ScalarSignature.of(List.of(SqlType.TEXT), SqlType.TEXT, () -> new LetterCase(mode)));
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    BytesVector source = bytes(arguments[0]);
    BytesVector target = bytes(result);
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int start = source.start(row);
      int length = source.length(row);
      if (mode == Mode.WORDS || !convertAscii(source.data(), start, length, target, row)) {
        convert(source.data(), start, length);
        target.set(row, builder.bytes(), 0, builder.length());
      }
    }
  }

  /** Converts a text of ASCII letters only; false, with nothing set, when there are others. */
  private boolean convertAscii(byte[] data, int start, int length, BytesVector target, int row) {
    byte[] converted = target.reserve(length);
    int to = target.used();
    int first = mode == Mode.UPPER ? 'a' : 'A';
    int seen = 0;
    for (int index = 0; index < length; index++) {
      int letter = data[start + index];
      seen |= letter;
      // Both differences are negative, and bit 5 of the shifted word set, from first to its 26th.
      int changes = ((first - 1 - letter) & (letter - first - LETTERS)) >>> 26;
      converted[to + index] = (byte) (letter ^ (changes & CASE_BIT));
    }
    if (seen < 0) {
      return false;
    }
    target.endValue(row, length);
    return true;
  }

  private void convert(byte[] data, int start, int length) {
    builder.clear();
    int end = start + length;
    boolean insideWord = false;
    for (int position = start; position < end; position = Utf8.next(data, position, end)) {
      int letter = Utf8.codePoint(data, position, end);
      boolean upper = mode == Mode.UPPER || (mode == Mode.WORDS && !insideWord);
      builder.appendCodePoint(
          upper ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
      insideWord = Character.isLetterOrDigit(letter);
    }
  }
}
