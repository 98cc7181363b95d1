package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;
import static io.gabbro.function.Vectors.ints;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Resolver;
import io.gabbro.function.RowFunction;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import java.util.List;

/** {@code replace}, {@code translate}, {@code overlay}, {@code reverse}. */
public final class Replacing {
  /** {@code replace(text, searched, replacement)}. */
  public static final ScalarFunction REPLACE =
      Strings.function(
          "replace",
          "replace(text, searched, replacement)",
          "The text with all occurrences of one string replaced by another.",
          "replace('abcabc', 'bc', 'X')",
          "aXaX",
          threeTexts(
              (context, arguments, row, result) ->
                  replace(
                      bytes(arguments[0]),
                      bytes(arguments[1]),
                      bytes(arguments[2]),
                      row,
                      bytes(result))));

  /** {@code translate(text, from, to)}. */
  public static final ScalarFunction TRANSLATE =
      Strings.function(
          "translate",
          "translate(text, from, to)",
          "The text with each character that occurs in from replaced by the one at the same place"
              + " in to; left out where to is shorter.",
          "translate('12345', '143', 'ax')",
          "a2x5",
          threeTexts(
              (context, arguments, row, result) ->
                  translate(
                      bytes(arguments[0]),
                      bytes(arguments[1]),
                      bytes(arguments[2]),
                      row,
                      bytes(result))));

  /** {@code overlay(text, replacement, start [, count])}. */
  public static final ScalarFunction OVERLAY =
      Strings.function(
          "overlay",
          "overlay(text, replacement, start [, count])",
          "The text with the characters from a position on, as many as the replacement has where"
              + " no count is given, replaced.",
          "overlay('Txxxxas', 'hom', 2, 4)",
          "Thomas",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.TEXT, SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) -> {
                    BytesVector replacement = bytes(arguments[1]);
                    long count =
                        Utf8.length(
                            replacement.data(), replacement.start(row), replacement.length(row));
                    overlay(
                        bytes(arguments[0]),
                        replacement,
                        ints(arguments[2])[row],
                        count,
                        row,
                        bytes(result));
                  }),
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.TEXT, SqlType.INTEGER, SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      overlay(
                          bytes(arguments[0]),
                          bytes(arguments[1]),
                          ints(arguments[2])[row],
                          ints(arguments[3])[row],
                          row,
                          bytes(result)))));

  /** {@code reverse(text)}. */
  public static final ScalarFunction REVERSE =
      Strings.function(
          "reverse",
          "reverse(text)",
          "The characters in opposite order.",
          "reverse('abc')",
          "cba",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      reverse(bytes(arguments[0]), row, bytes(result)))));

  private Replacing() {}

  private static Resolver threeTexts(RowFunction function) {
    return Resolver.overloads(
        ScalarSignature.ofRows(
            List.of(SqlType.TEXT, SqlType.TEXT, SqlType.TEXT), SqlType.TEXT, function));
  }

  private static void replace(
      BytesVector text,
      BytesVector searched,
      BytesVector replacement,
      int row,
      BytesVector target) {
    byte[] data = text.data();
    int start = text.start(row);
    int end = start + text.length(row);
    int width = searched.length(row);
    long length = text.length(row);
    if (width > 0) {
      for (int next = find(data, start, end, searched, row);
          next >= 0;
          next = find(data, next + width, end, searched, row)) {
        length += replacement.length(row) - width;
      }
    }
    byte[] bytes = Strings.reserve(target, length);
    int to = target.used();
    while (start < end) {
      int next = width == 0 ? -1 : find(data, start, end, searched, row);
      int kept = (next < 0 ? end : next) - start;
      System.arraycopy(data, start, bytes, to, kept);
      to += kept;
      start += kept;
      if (next >= 0) {
        System.arraycopy(
            replacement.data(), replacement.start(row), bytes, to, replacement.length(row));
        to += replacement.length(row);
        start += width;
      }
    }
    target.endValue(row, (int) length);
  }

  private static int find(byte[] data, int start, int end, BytesVector searched, int row) {
    return Strings.indexOf(
        data, start, end, searched.data(), searched.start(row), searched.length(row));
  }

  private static void translate(
      BytesVector text, BytesVector from, BytesVector to, int row, BytesVector target) {
    byte[] data = text.data();
    int end = text.start(row) + text.length(row);
    // A character becomes one of up to four bytes.
    byte[] bytes = Strings.reserve(target, 4L * text.length(row));
    int written = target.used();
    int next;
    for (int position = text.start(row); position < end; position = next) {
      next = Utf8.next(data, position, end);
      int index = indexOf(from, row, data, position, next);
      if (index < 0) {
        System.arraycopy(data, position, bytes, written, next - position);
        written += next - position;
        continue;
      }
      int toEnd = to.start(row) + to.length(row);
      int start = Utf8.skip(to.data(), to.start(row), toEnd, index);
      if (start < toEnd) {
        int length = Utf8.next(to.data(), start, toEnd) - start;
        System.arraycopy(to.data(), start, bytes, written, length);
        written += length;
      }
    }
    target.endValue(row, written - target.used());
  }

  /** The number of characters in front of a character, -1 where it does not occur. */
  private static int indexOf(BytesVector characters, int row, byte[] data, int from, int to) {
    int start = characters.start(row);
    int found =
        Strings.indexOf(
            characters.data(), start, start + characters.length(row), data, from, to - from);
    return found < 0 ? -1 : Utf8.length(characters.data(), start, found - start);
  }

  private static void overlay(
      BytesVector text,
      BytesVector replacement,
      int start,
      long count,
      int row,
      BytesVector target) {
    if (start < 1 || count < 0) {
      throw new GabbroException(ErrorCode.SUBSTRING_ERROR);
    }
    byte[] data = text.data();
    int from = text.start(row);
    int end = from + text.length(row);
    int head = Utf8.skip(data, from, end, start - 1L) - from;
    int tail = Utf8.skip(data, from, end, start - 1 + count);
    int middle = replacement.length(row);
    long length = (long) head + middle + end - tail;
    byte[] bytes = Strings.reserve(target, length);
    int to = target.used();
    System.arraycopy(data, from, bytes, to, head);
    System.arraycopy(replacement.data(), replacement.start(row), bytes, to + head, middle);
    System.arraycopy(data, tail, bytes, to + head + middle, end - tail);
    target.endValue(row, (int) length);
  }

  private static void reverse(BytesVector text, int row, BytesVector target) {
    byte[] data = text.data();
    int start = text.start(row);
    int end = start + text.length(row);
    byte[] bytes = target.reserve(end - start);
    int to = target.used();
    while (end > start) {
      int previous = Utf8.previous(data, end, start);
      System.arraycopy(data, previous, bytes, to, end - previous);
      to += end - previous;
      end = previous;
    }
    target.endValue(row, text.length(row));
  }
}
