package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;
import static io.gabbro.function.Vectors.ints;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import java.util.List;

/** {@code substring}, {@code left}, {@code right}, {@code split_part}. */
public final class Substrings {
  private static final long TO_THE_END = Long.MAX_VALUE / 2;

  /** {@code substring(string, start [, count])}. */
  public static final DefinedFunction SUBSTRING =
      Strings.function(
          "substring",
          "substring(string, start [, count])",
          "The characters of a text, or the bytes of a binary string, from a position on, which"
              + " counts from 1; also written substring(string FROM start FOR count). Positions"
              + " in front of the string count as if something stood there.",
          "substring('Straße' FROM 5 FOR 2)",
          "ße",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      text(
                          bytes(arguments[0]),
                          ints(arguments[1])[row],
                          TO_THE_END,
                          row,
                          bytes(result))),
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.INTEGER, SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      text(
                          bytes(arguments[0]),
                          ints(arguments[1])[row],
                          ints(arguments[2])[row],
                          row,
                          bytes(result))),
              ScalarSignature.ofRows(
                  List.of(SqlType.BYTEA, SqlType.INTEGER),
                  SqlType.BYTEA,
                  (context, arguments, row, result) ->
                      binary(
                          bytes(arguments[0]),
                          ints(arguments[1])[row],
                          TO_THE_END,
                          row,
                          bytes(result))),
              ScalarSignature.ofRows(
                  List.of(SqlType.BYTEA, SqlType.INTEGER, SqlType.INTEGER),
                  SqlType.BYTEA,
                  (context, arguments, row, result) ->
                      binary(
                          bytes(arguments[0]),
                          ints(arguments[1])[row],
                          ints(arguments[2])[row],
                          row,
                          bytes(result)))));

  /** {@code substr(string, start [, count])}. */
  public static final ScalarFunction SUBSTR =
      new DefinedFunction(
          "substr",
          new Documentation(
              Topic.STRING,
              "substr(string, start [, count])",
              "The same as substring.",
              "SELECT substr('Straße', 5)",
              "ße"),
          SUBSTRING.resolver());

  /** {@code left(text, count)}. */
  public static final ScalarFunction LEFT =
      Strings.function(
          "left",
          "left(text, count)",
          "The first characters; with a negative count all but the last.",
          "left('abcde', -2)",
          "abc",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      left(bytes(arguments[0]), ints(arguments[1])[row], row, bytes(result)))));

  /** {@code right(text, count)}. */
  public static final ScalarFunction RIGHT =
      Strings.function(
          "right",
          "right(text, count)",
          "The last characters; with a negative count all but the first.",
          "right('abcde', 2)",
          "de",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      right(bytes(arguments[0]), ints(arguments[1])[row], row, bytes(result)))));

  /** {@code split_part(text, delimiter, n)}. */
  public static final ScalarFunction SPLIT_PART =
      Strings.function(
          "split_part",
          "split_part(text, delimiter, n)",
          "The n-th of the parts that the delimiter separates, counted from 1; with a negative n"
              + " counted from the end. Empty when there is none.",
          "split_part('a,b,c', ',', 2)",
          "b",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.TEXT, SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      splitPart(
                          bytes(arguments[0]),
                          bytes(arguments[1]),
                          ints(arguments[2])[row],
                          row,
                          bytes(result)))));

  private Substrings() {}

  private static void checkCount(long count) {
    if (count < 0) {
      throw new GabbroException(ErrorCode.SUBSTRING_ERROR);
    }
  }

  private static void text(BytesVector text, long start, long count, int row, BytesVector target) {
    checkCount(count);
    byte[] data = text.data();
    int end = text.start(row) + text.length(row);
    long skipped = Math.max(0, start - 1);
    long kept = Math.max(0, start + count - 1 - skipped);
    int from = Utf8.skip(data, text.start(row), end, skipped);
    int to = Utf8.skip(data, from, end, kept);
    target.set(row, data, from, to - from);
  }

  private static void binary(
      BytesVector binary, long start, long count, int row, BytesVector target) {
    checkCount(count);
    long from = Math.min(Math.max(0, start - 1), binary.length(row));
    long to = Math.min(Math.max(from, start + count - 1), binary.length(row));
    target.set(row, binary.data(), binary.start(row) + (int) from, (int) (to - from));
  }

  private static void left(BytesVector text, int count, int row, BytesVector target) {
    int start = text.start(row);
    int end = start + text.length(row);
    int cut =
        count >= 0
            ? Utf8.skip(text.data(), start, end, count)
            : skipBack(text.data(), end, start, -(long) count);
    target.set(row, text.data(), start, cut - start);
  }

  private static void right(BytesVector text, int count, int row, BytesVector target) {
    int start = text.start(row);
    int end = start + text.length(row);
    int cut =
        count >= 0
            ? skipBack(text.data(), end, start, count)
            : Utf8.skip(text.data(), start, end, -(long) count);
    target.set(row, text.data(), cut, end - cut);
  }

  private static int skipBack(byte[] data, int end, int start, long count) {
    int position = end;
    for (long left = count; left > 0 && position > start; left--) {
      position = Utf8.previous(data, position, start);
    }
    return position;
  }

  private static void splitPart(
      BytesVector text, BytesVector delimiter, int part, int row, BytesVector target) {
    if (part == 0) {
      throw new GabbroException(ErrorCode.INVALID_ARGUMENT, "field position must not be zero");
    }
    byte[] data = text.data();
    int start = text.start(row);
    int end = start + text.length(row);
    int width = delimiter.length(row);
    long wanted = part;
    if (part < 0) {
      wanted += 1 + countParts(data, start, end, delimiter, row);
      if (wanted < 1) {
        target.set(row, data, start, 0);
        return;
      }
    }
    for (long number = 1; ; number++) {
      int next = width == 0 ? -1 : find(data, start, end, delimiter, row);
      if (number == wanted) {
        target.set(row, data, start, (next < 0 ? end : next) - start);
        return;
      }
      if (next < 0) {
        target.set(row, data, start, 0);
        return;
      }
      start = next + width;
    }
  }

  private static long countParts(byte[] data, int start, int end, BytesVector delimiter, int row) {
    long count = 1;
    int width = delimiter.length(row);
    int next = width == 0 ? -1 : find(data, start, end, delimiter, row);
    while (next >= 0) {
      count++;
      next = find(data, next + width, end, delimiter, row);
    }
    return count;
  }

  private static int find(byte[] data, int start, int end, BytesVector searched, int row) {
    return Strings.indexOf(
        data, start, end, searched.data(), searched.start(row), searched.length(row));
  }
}
