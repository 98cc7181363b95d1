package io.gabbro.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.key.RowKeyCodec.Part;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes of keys on disk, which must never change. */
class RowKeyBytesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BOOLEAN  | false                | 00",
        "BOOLEAN  | true                 | 01",
        "TINYINT  | -128                 | 00",
        "TINYINT  | 5                    | 85",
        "SMALLINT | -2                   | 7FFE",
        "INTEGER  | 0                    | 80000000",
        "INTEGER  | 258                  | 80000102",
        "INTEGER  | -2147483648          | 00000000",
        "DATE     | 19000                | 80004A38",
        "BIGINT   | -1                   | 7FFFFFFFFFFFFFFF",
        "BIGINT   | 72623859790382856    | 8102030405060708",
        "TIME     | 86399999999          | 800000141DD75FFF",
        "TIMESTAMP| 1                    | 8000000000000001",
        "REAL     | 1.5                  | BFC00000",
        "REAL     | -1.5                 | 403FFFFF",
        "REAL     | NaN                  | FFC00000",
        "DOUBLE   | 0.0                  | 8000000000000000",
        "DOUBLE   | -0.0                 | 8000000000000000",
        "DOUBLE   | -1.5                 | 4007FFFFFFFFFFFF",
        "NUMERIC  | 0                    | 80",
        "NUMERIC  | 1                    | 8101",
        "NUMERIC  | 255                  | 81FF",
        "NUMERIC  | 256                  | 820100",
        "NUMERIC  | -1                   | 7F",
        "NUMERIC  | -2                   | 7EFE",
        "NUMERIC  | -256                 | 7E00",
        "NUMERIC  | -257                 | 7DFEFF",
        "NUMERIC  | 18446744073709551616 | 89010000000000000000",
        "NUMERIC  | 99999999999999999999999999999999999999 | 904B3B4CA85A86C47A098A223FFFFFFFFF",
        "VARCHAR  | ''                   | 0000",
        "VARCHAR  | ab                   | 61620000",
        "VARCHAR  | é                    | C3A90000",
        "VARBINARY| 6100FF00             | 6100FFFF00FF0000",
        "UUID     | 00112233-4455-6677-8899-aabbccddeeff | 00112233445566778899AABBCCDDEEFF",
      })
  void values(String type, String value, String expected) {
    assertEquals(expected, key(type, value, false, false));
    assertEquals(inverted(expected), key(type, value, true, false));
    assertEquals("00" + expected, key(type, value, false, true));
    assertEquals("FF" + inverted(expected), key(type, value, true, true));
  }

  @ParameterizedTest
  @CsvSource({"false, 01", "true, FE"})
  void nulls(boolean descending, String expected) {
    assertEquals(expected, key("INTEGER", null, descending, true));
  }

  private static String key(String typeName, String value, boolean descending, boolean nullable) {
    SqlType type = typeOf(typeName);
    ColumnVector column = ColumnVector.allocate(type.vectorKind(), 1);
    if (value == null) {
      column.setNull(0);
    } else {
      set(type, column, value);
    }
    byte[] prefix = {0, 0, 0, 9};
    RowKeyCodec codec = new RowKeyCodec(prefix, List.of(new Part(type, descending, nullable)));
    ByteBuilder target = new ByteBuilder();
    codec.encode(new ColumnVector[] {column}, 0, target);
    String hex = HexFormat.of().withUpperCase().formatHex(target.toByteArray());
    assertEquals("00000009", hex.substring(0, 8));
    return hex.substring(8);
  }

  private static SqlType typeOf(String name) {
    return switch (name) {
      case "NUMERIC" -> SqlType.numeric(38, 2);
      case "VARCHAR" -> SqlType.TEXT;
      case "VARBINARY" -> SqlType.BYTEA;
      default -> new SqlType(io.gabbro.type.TypeKind.valueOf(name), SqlType.UNBOUNDED, 0);
    };
  }

  private static void set(SqlType type, ColumnVector column, String value) {
    switch (type.vectorKind()) {
      case BOOLEAN -> ((BooleanVector) column).values()[0] = Boolean.parseBoolean(value);
      case INT -> ((IntVector) column).values()[0] = Integer.parseInt(value);
      case LONG -> ((LongVector) column).values()[0] = Long.parseLong(value);
      case DOUBLE -> ((DoubleVector) column).values()[0] = Double.parseDouble(value);
      case DECIMAL -> ((DecimalVector) column).set(0, new BigInteger(value));
      case BYTES -> ((BytesVector) column).set(0, bytes(type, value));
      default -> throw new IllegalArgumentException(type.toString());
    }
  }

  private static byte[] bytes(SqlType type, String value) {
    return switch (type.kind()) {
      case VARBINARY -> HexFormat.of().parseHex(value);
      case UUID -> {
        ByteBuilder bytes = new ByteBuilder();
        UUID uuid = UUID.fromString(value);
        bytes.putLong(uuid.getMostSignificantBits());
        bytes.putLong(uuid.getLeastSignificantBits());
        yield bytes.toByteArray();
      }
      default -> value.getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String inverted(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = (byte) ~bytes[index];
    }
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
