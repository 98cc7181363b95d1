package io.gabbro.serializer.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes of rows on disk, which must never change. */
class RowBytesTest {
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.BOOLEAN,
          SqlType.TINYINT,
          SqlType.TEXT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.REAL,
          SqlType.DOUBLE,
          SqlType.numeric(18, 2),
          SqlType.numeric(19, 2),
          SqlType.BYTEA,
          SqlType.UUID);

  @Test
  void aRowOfEveryWidth() {
    assertRow(
        "0201 00 0000"
            + " 01 FE 0403 08070605 100F0E0D0C0B0A09 0000C0BF 000000000000F8BF"
            + " FFFFFFFFFFFFFFFF FEFFFFFFFFFFFFFF FFFFFFFFFFFFFFFF"
            + " 00112233445566778899AABBCCDDEEFF"
            + " 0200 0500 C3A9 00FF7F",
        columns());
  }

  @Test
  void aRowOfNulls() {
    ColumnVector[] columns = columns();
    for (ColumnVector column : columns) {
      column.setNull(0);
    }
    String zeros = "00".repeat(1 + 1 + 2 + 4 + 8 + 4 + 8 + 8 + 16 + 16);
    assertRow("0201 00 FF0F " + zeros + " 0000 0000", columns);
  }

  @Test
  void aLongRow() {
    ColumnVector[] columns = columns();
    ((BytesVector) columns[2]).set(0, "x".repeat(65_536));
    assertRow(
        "0201 01 0000"
            + " 01 FE 0403 08070605 100F0E0D0C0B0A09 0000C0BF 000000000000F8BF"
            + " FFFFFFFFFFFFFFFF FEFFFFFFFFFFFFFF FFFFFFFFFFFFFFFF"
            + " 00112233445566778899AABBCCDDEEFF"
            + " 00000100 03000100"
            + "78".repeat(65_536)
            + "00FF7F",
        columns);
  }

  private static void assertRow(String expected, ColumnVector[] columns) {
    ByteBuilder target = new ByteBuilder();
    new RowEncoder(new RowLayout(0x0102, TYPES)).encode(columns, 0, target);
    assertEquals(
        expected.replace(" ", ""), HexFormat.of().withUpperCase().formatHex(target.toByteArray()));
  }

  private static ColumnVector[] columns() {
    BooleanVector booleans = new BooleanVector(1);
    booleans.values()[0] = true;
    BytesVector texts = new BytesVector(1);
    texts.set(0, "é");
    DoubleVector doubles = new DoubleVector(1);
    doubles.values()[0] = -1.5;
    DecimalVector narrow = new DecimalVector(1);
    narrow.set(0, -1);
    DecimalVector wide = new DecimalVector(1);
    wide.set(0, BigInteger.TWO.negate());
    BytesVector bytes = new BytesVector(1);
    bytes.set(0, new byte[] {0, -1, 0x7F});
    BytesVector uuids = new BytesVector(1);
    uuids.set(0, HexFormat.of().parseHex("00112233445566778899AABBCCDDEEFF"));
    DoubleVector reals = new DoubleVector(1);
    reals.values()[0] = -1.5;
    return new ColumnVector[] {
      booleans,
      ints(-2),
      texts,
      ints(0x0304),
      ints(0x05060708),
      longs(0x090A0B0C0D0E0F10L),
      reals,
      doubles,
      narrow,
      wide,
      bytes,
      uuids
    };
  }

  private static IntVector ints(int value) {
    IntVector vector = new IntVector(1);
    vector.values()[0] = value;
    return vector;
  }

  private static LongVector longs(long value) {
    LongVector vector = new LongVector(1);
    vector.values()[0] = value;
    return vector;
  }
}
