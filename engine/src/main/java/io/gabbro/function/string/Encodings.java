package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.type.BinaryText;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** {@code encode}, {@code decode}, {@code md5}: binary strings as texts. */
public final class Encodings {
  private static final int LINE = 76;

  /** {@code encode(bytes, format)}. */
  public static final ScalarFunction ENCODE =
      function(
          "encode",
          "encode(bytes, format)",
          "A binary string as text in the format hex, base64 or escape.",
          "encode('\\x00cafe', 'base64')",
          "AMr+",
          ScalarSignature.ofRows(
              List.of(SqlType.BYTEA, SqlType.TEXT),
              SqlType.TEXT,
              (context, arguments, row, result) ->
                  encode(bytes(arguments[0]), bytes(arguments[1]), row, bytes(result))));

  /** {@code decode(text, format)}. */
  public static final ScalarFunction DECODE =
      function(
          "decode",
          "decode(text, format)",
          "The binary string of a text in the format hex, base64 or escape.",
          "decode('AMr+', 'base64')",
          "\\x00cafe",
          ScalarSignature.ofRows(
              List.of(SqlType.TEXT, SqlType.TEXT),
              SqlType.BYTEA,
              (context, arguments, row, result) ->
                  decode(bytes(arguments[0]), bytes(arguments[1]), row, bytes(result))));

  /** {@code md5(string)}. */
  public static final ScalarFunction MD5 =
      function(
          "md5",
          "md5(string)",
          "The MD5 hash in hexadecimal digits.",
          "md5('abc')",
          "900150983cd24fb0d6963f7d28e17f72",
          md5(SqlType.TEXT),
          md5(SqlType.BYTEA));

  private Encodings() {}

  private static ScalarFunction function(
      String name,
      String usage,
      String description,
      String example,
      String result,
      ScalarSignature... signatures) {
    return new DefinedFunction(
        name,
        new Documentation(Topic.BINARY, usage, description, "SELECT " + example, result),
        Resolver.overloads(signatures));
  }

  private static ScalarSignature md5(SqlType type) {
    return ScalarSignature.ofRows(
        List.of(type),
        SqlType.TEXT,
        (context, arguments, row, result) -> {
          Utf8Builder hex = new Utf8Builder();
          byte[] hash = md5(bytes(arguments[0]), row);
          BinaryText.appendHex(hex, hash, 0, hash.length);
          bytes(result).set(row, hex.bytes(), 0, hex.length());
        });
  }

  private static byte[] md5(BytesVector value, int row) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      digest.update(value.data(), value.start(row), value.length(row));
      return digest.digest();
    } catch (NoSuchAlgorithmException error) {
      throw GabbroException.causedBy(error, ErrorCode.INTERNAL, "no MD5");
    }
  }

  private static void encode(BytesVector value, BytesVector format, int row, BytesVector target) {
    byte[] data = value.bytes(row);
    Utf8Builder text = new Utf8Builder();
    switch (format.string(row).toLowerCase(Locale.ROOT)) {
      case "hex" -> BinaryText.appendHex(text, data, 0, data.length);
      case "base64" -> {
        byte[] encoded = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encode(data);
        text.append(encoded, 0, encoded.length);
      }
      case "escape" -> appendEscaped(text, data);
      default -> throw unknownFormat(format.string(row));
    }
    target.set(row, text.bytes(), 0, text.length());
  }

  private static void appendEscaped(Utf8Builder text, byte[] data) {
    for (byte value : data) {
      if (value <= 0) {
        int octal = value & 0xFF;
        text.append('\\')
            .append((char) ('0' + (octal >> 6)))
            .append((char) ('0' + ((octal >> 3) & 7)))
            .append((char) ('0' + (octal & 7)));
      } else if (value == '\\') {
        text.append("\\\\");
      } else {
        text.append((char) value);
      }
    }
  }

  private static void decode(BytesVector text, BytesVector format, int row, BytesVector target) {
    byte[] data = text.data();
    Utf8Builder binary = new Utf8Builder();
    switch (format.string(row).toLowerCase(Locale.ROOT)) {
      case "hex" -> {
        if (!BinaryText.parseHex(data, text.start(row), text.length(row), binary)) {
          throw new GabbroException(ErrorCode.INVALID_ARGUMENT, "invalid hexadecimal digits");
        }
      }
      case "base64" -> {
        byte[] decoded = base64(text.string(row));
        binary.append(decoded, 0, decoded.length);
      }
      case "escape" -> BinaryText.parseEscaped(data, text.start(row), text.length(row), binary);
      default -> throw unknownFormat(format.string(row));
    }
    target.set(row, binary.bytes(), 0, binary.length());
  }

  private static byte[] base64(String text) {
    String digits = text.replaceAll("[ \\n\\r\\t]", "");
    try {
      return Base64.getDecoder().decode(digits.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException error) {
      throw GabbroException.causedBy(error, ErrorCode.INVALID_ARGUMENT, "invalid base64 text");
    }
  }

  private static GabbroException unknownFormat(String format) {
    return new GabbroException(
        ErrorCode.INVALID_ARGUMENT, "unrecognized encoding: \"" + format + "\"");
  }
}
