package io.gabbro.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes of keys of mapped tables whose encoding is no {@link KeyCodecs} constant. */
class MappedKeyBytesTest {
  @ParameterizedTest
  @CsvSource({
    "BIG_ENDIAN_INT, 16909060, 01020304",
    "BIG_ENDIAN_INT, -2, fffffffe",
    "BIG_ENDIAN_INT, -2147483648, 80000000",
    "BIG_ENDIAN_LONG, 72623859790382856, 0102030405060708",
    "BIG_ENDIAN_LONG, -1, ffffffffffffffff",
    "BIG_ENDIAN_LONG, -9223372036854775808, 8000000000000000",
  })
  void integersOfTwosComplement(KeyEncoding encoding, long value, String bytes) {
    boolean isInt = encoding == KeyEncoding.BIG_ENDIAN_INT;
    SqlType type = isInt ? SqlType.INTEGER : SqlType.BIGINT;
    assertTrue(encoding.suits(type));
    assertFalse(encoding.preservesOrder());
    RowKeyCodec codec =
        RowKeyCodec.mapped(List.of(new RowKeyCodec.Part(type, false, false)), List.of(encoding));
    ColumnVector column = ColumnVector.allocate(type.vectorKind(), 1);
    if (isInt) {
      Values.set(type, column, 0, (int) value);
    } else {
      Values.set(type, column, 0, value);
    }
    ByteBuilder key = new ByteBuilder();
    codec.encode(new ColumnVector[] {column}, 0, key);
    assertEquals(bytes, HexFormat.of().formatHex(key.toByteArray()));
  }
}
