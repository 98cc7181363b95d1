package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;
import static io.gabbro.function.Vectors.ints;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import java.util.List;

/** {@code ascii}, {@code chr}, {@code to_hex}: characters as numbers and numbers as characters. */
public final class Characters {
  /** {@code ascii(text)}. */
  public static final ScalarFunction ASCII =
      Strings.function(
          "ascii",
          "ascii(text)",
          "The code point of the first character, 0 of the empty text.",
          "ascii('ß')",
          "223",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT),
                  SqlType.INTEGER,
                  (context, arguments, row, result) -> {
                    BytesVector text = bytes(arguments[0]);
                    int start = text.start(row);
                    int end = start + text.length(row);
                    ints(result)[row] = end == start ? 0 : Utf8.codePoint(text.data(), start, end);
                  })));

  /** {@code chr(code_point)}. */
  public static final ScalarFunction CHR =
      Strings.function(
          "chr",
          "chr(code_point)",
          "The character of a code point.",
          "chr(8364)",
          "€",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      chr(ints(arguments[0])[row], row, bytes(result)))));

  /** {@code to_hex(integer)}. */
  public static final ScalarFunction TO_HEX =
      Strings.function(
          "to_hex",
          "to_hex(integer)",
          "The hexadecimal form of an integer, of a negative one that of its two's complement.",
          "to_hex(255)",
          "ff",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.INTEGER),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      bytes(result).set(row, Integer.toHexString(ints(arguments[0])[row]))),
              ScalarSignature.ofRows(
                  List.of(SqlType.BIGINT),
                  SqlType.TEXT,
                  (context, arguments, row, result) ->
                      bytes(result).set(row, Long.toHexString(longs(arguments[0])[row])))));

  private Characters() {}

  private static void chr(int codePoint, int row, BytesVector target) {
    if (codePoint == 0) {
      throw new GabbroException(ErrorCode.PROGRAM_LIMIT_EXCEEDED, "null character not permitted");
    }
    if (!Character.isValidCodePoint(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
      throw new GabbroException(
          ErrorCode.PROGRAM_LIMIT_EXCEEDED,
          "requested character not valid for encoding: " + codePoint);
    }
    byte[] bytes = target.reserve(4);
    int end = Utf8.encode(codePoint, bytes, target.used());
    target.endValue(row, end - target.used());
  }
}
