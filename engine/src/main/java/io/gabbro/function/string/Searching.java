package io.gabbro.function.string;

import static io.gabbro.function.Vectors.booleans;
import static io.gabbro.function.Vectors.bytes;
import static io.gabbro.function.Vectors.ints;

import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import java.util.Arrays;
import java.util.List;

/** {@code position}, {@code strpos}, {@code starts_with}. */
public final class Searching {
  /** {@code position(searched IN string)}. */
  public static final ScalarFunction POSITION =
      Strings.function(
          "position",
          "position(searched IN string)",
          "Where a string occurs first in another, counted from 1 in characters or, in binary"
              + " strings, bytes; 0 if it does not.",
          "position('ß' IN 'Straße')",
          "5",
          Resolver.overloads(position(SqlType.TEXT, 1, 0), position(SqlType.BYTEA, 1, 0)));

  /** {@code strpos(string, searched)}. */
  public static final ScalarFunction STRPOS =
      Strings.function(
          "strpos",
          "strpos(string, searched)",
          "The same as position with the arguments the other way round.",
          "strpos('high', 'ig')",
          "2",
          Resolver.overloads(position(SqlType.TEXT, 0, 1), position(SqlType.BYTEA, 0, 1)));

  /** {@code starts_with(text, prefix)}. */
  public static final ScalarFunction STARTS_WITH =
      Strings.function(
          "starts_with",
          "starts_with(text, prefix)",
          "Whether the text starts with a string.",
          "starts_with('gabbro', 'gab')",
          "true",
          Resolver.overloads(
              ScalarSignature.ofRows(
                  List.of(SqlType.TEXT, SqlType.TEXT),
                  SqlType.BOOLEAN,
                  (context, arguments, row, result) ->
                      booleans(result)[row] =
                          startsWith(bytes(arguments[0]), bytes(arguments[1]), row))));

  private Searching() {}

  private static ScalarSignature position(SqlType type, int string, int searched) {
    boolean isText = type.equals(SqlType.TEXT);
    return ScalarSignature.ofRows(
        List.of(type, type),
        SqlType.INTEGER,
        (context, arguments, row, result) ->
            ints(result)[row] =
                position(bytes(arguments[string]), bytes(arguments[searched]), isText, row));
  }

  private static int position(BytesVector string, BytesVector searched, boolean isText, int row) {
    int start = string.start(row);
    int found =
        Strings.indexOf(
            string.data(),
            start,
            start + string.length(row),
            searched.data(),
            searched.start(row),
            searched.length(row));
    if (found < 0) {
      return 0;
    }
    return 1 + (isText ? Utf8.length(string.data(), start, found - start) : found - start);
  }

  private static boolean startsWith(BytesVector text, BytesVector prefix, int row) {
    int length = prefix.length(row);
    return length <= text.length(row)
        && Arrays.equals(
            text.data(),
            text.start(row),
            text.start(row) + length,
            prefix.data(),
            prefix.start(row),
            prefix.start(row) + length);
  }
}
