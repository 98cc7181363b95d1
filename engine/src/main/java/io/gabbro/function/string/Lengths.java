package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;
import static io.gabbro.function.Vectors.ints;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Resolver;
import io.gabbro.function.RowFunction;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import java.util.List;

/** {@code length}, {@code octet_length}, {@code bit_length}. */
public final class Lengths {
  private static final RowFunction CHARACTERS =
      (context, arguments, row, result) -> {
        BytesVector text = bytes(arguments[0]);
        ints(result)[row] = Utf8.length(text.data(), text.start(row), text.length(row));
      };

  private static final RowFunction BYTES =
      (context, arguments, row, result) -> ints(result)[row] = bytes(arguments[0]).length(row);

  private static final RowFunction BITS =
      (context, arguments, row, result) ->
          ints(result)[row] = Math.multiplyExact(bytes(arguments[0]).length(row), Byte.SIZE);

  /** {@code length(text)}. */
  public static final DefinedFunction LENGTH =
      Strings.function(
          "length",
          "length(string)",
          "The number of characters of a text, or of bytes of a binary string.",
          "length('Straße')",
          "6",
          Resolver.overloads(of(SqlType.TEXT, CHARACTERS), of(SqlType.BYTEA, BYTES)));

  /** {@code char_length(text)}. */
  public static final ScalarFunction CHAR_LENGTH = LENGTH.as("char_length");

  /** {@code character_length(text)}. */
  public static final ScalarFunction CHARACTER_LENGTH = LENGTH.as("character_length");

  /** {@code octet_length(string)}. */
  public static final ScalarFunction OCTET_LENGTH =
      Strings.function(
          "octet_length",
          "octet_length(string)",
          "The number of bytes of a binary string, or of the UTF-8 form of a text.",
          "octet_length('Straße')",
          "7",
          Resolver.overloads(of(SqlType.TEXT, BYTES), of(SqlType.BYTEA, BYTES)));

  /** {@code bit_length(string)}. */
  public static final ScalarFunction BIT_LENGTH =
      Strings.function(
          "bit_length",
          "bit_length(string)",
          "Eight times the octet_length.",
          "bit_length('abc')",
          "24",
          Resolver.overloads(of(SqlType.TEXT, BITS), of(SqlType.BYTEA, BITS)));

  private Lengths() {}

  private static ScalarSignature of(SqlType type, RowFunction function) {
    return ScalarSignature.ofRows(List.of(type), SqlType.INTEGER, function);
  }
}
