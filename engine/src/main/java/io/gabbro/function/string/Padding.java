package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;
import static io.gabbro.function.Vectors.ints;

import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import java.util.List;

/** {@code lpad}, {@code rpad}, {@code repeat}. */
public final class Padding {
  private static final byte[] BLANK = {' '};

  /** {@code lpad(text, length [, fill])}. */
  public static final ScalarFunction LPAD =
      Strings.function(
          "lpad",
          "lpad(text, length [, fill])",
          "The text filled up at its start to a number of characters, with blanks where no fill is"
              + " given, or cut to it.",
          "lpad('7', 3, '0')",
          "007",
          resolver(true));

  /** {@code rpad(text, length [, fill])}. */
  public static final ScalarFunction RPAD =
      Strings.function(
          "rpad",
          "rpad(text, length [, fill])",
          "The text filled up at its end to a number of characters, with blanks where no fill is"
              + " given, or cut to it.",
          "rpad('hi', 5, 'xy')",
          "hixyx",
          resolver(false));

  /** {@code repeat(text, count)}. */
  public static final ScalarFunction REPEAT =
      Strings.function(
          "repeat",
          "repeat(text, count)",
          "The text as many times behind itself; empty for a count below 1.",
          "repeat('ab', 3)",
          "ababab",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      repeat(bytes(arguments[0]), ints(arguments[1])[row], row, bytes(result)))));

  private Padding() {}

  private static Resolver resolver(boolean atStart) {
    return Resolver.overloads(
        ScalarSignature.ofRows(
            List.of(SqlType.TEXT, SqlType.INTEGER),
            SqlType.TEXT,
            (context, arguments, row, result) ->
                pad(
                    bytes(arguments[0]),
                    ints(arguments[1])[row],
                    BLANK,
                    0,
                    1,
                    atStart,
                    row,
                    bytes(result))),
        ScalarSignature.ofRows(
            List.of(SqlType.TEXT, SqlType.INTEGER, SqlType.TEXT),
            SqlType.TEXT,
            (context, arguments, row, result) -> {
              BytesVector fill = bytes(arguments[2]);
              pad(
                  bytes(arguments[0]),
                  ints(arguments[1])[row],
                  fill.data(),
                  fill.start(row),
                  fill.length(row),
                  atStart,
                  row,
                  bytes(result));
            }));
  }

  private static void pad(
      BytesVector text,
      int length,
      byte[] fill,
      int fillStart,
      int fillLength,
      boolean atStart,
      int row,
      BytesVector target) {
    byte[] data = text.data();
    int start = text.start(row);
    int end = start + text.length(row);
    int characters = Utf8.length(data, start, end - start);
    if (length <= characters || fillLength == 0) {
      int cut = Utf8.skip(data, start, end, Math.max(0, length));
      target.set(row, data, start, cut - start);
      return;
    }
    long missing = (long) length - characters;
    int fillCharacters = Utf8.length(fill, fillStart, fillLength);
    int fillEnd = fillStart + fillLength;
    int rest = Utf8.skip(fill, fillStart, fillEnd, missing % fillCharacters) - fillStart;
    long padding = missing / fillCharacters * fillLength + rest;
    byte[] bytes = Strings.reserve(target, padding + text.length(row));
    int from = target.used();
    int textAt = atStart ? from + (int) padding : from;
    int fillAt = atStart ? from : from + text.length(row);
    System.arraycopy(data, start, bytes, textAt, text.length(row));
    fill(bytes, fillAt, (int) padding, fill, fillStart, fillLength);
    target.endValue(row, (int) padding + text.length(row));
  }

  private static void repeat(BytesVector text, int count, int row, BytesVector target) {
    int length = text.length(row);
    long total = (long) length * Math.max(0, count);
    byte[] bytes = Strings.reserve(target, total);
    fill(bytes, target.used(), (int) total, text.data(), text.start(row), length);
    target.endValue(row, (int) total);
  }

  /** Fills a range with copies of some bytes, the last one perhaps cut. */
  private static void fill(
      byte[] target, int start, int length, byte[] source, int sourceStart, int sourceLength) {
    for (int done = 0; done < length; done += sourceLength) {
      System.arraycopy(
          source, sourceStart, target, start + done, Math.min(sourceLength, length - done));
    }
  }
}
