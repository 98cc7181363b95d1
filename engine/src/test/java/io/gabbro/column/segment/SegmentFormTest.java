package io.gabbro.column.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.TestSeed;
import io.gabbro.type.Interval;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntervalVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** The persistent form, byte by byte, and what it refuses. */
final class SegmentFormTest {
  private static byte[] form(ColumnVector values, int rows, Encoding encoding) {
    ByteBuilder out = new ByteBuilder();
    SegmentEncoder.encode(values, rows, encoding).write(out);
    return out.toByteArray();
  }

  private static void assertForm(
      String expected, ColumnVector values, int rows, Encoding encoding) {
    byte[] form = form(values, rows, encoding);
    String hex = HexFormat.of().formatHex(form, 0, form.length - Integer.BYTES);
    assertEquals(expected.replace(" ", ""), hex);
    assertEquals(
        checksum(form, form.length - Integer.BYTES), LittleEndian.getInt(form, form.length - 4));
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  private static ColumnVector ints(long... values) {
    return StoredValues.ofWords(VectorKind.INT, values);
  }

  private static BytesVector texts(String... values) {
    BytesVector vector = new BytesVector(values.length);
    for (int row = 0; row < values.length; row++) {
      vector.set(row, values[row]);
    }
    return vector;
  }

  @Test
  void constant() {
    String bounds = "05000000 05000000";
    assertForm("01 00 01 04 03000000" + bounds, ints(5, 5, 5), 3, Encoding.CONSTANT);
    ColumnVector some = ints(5, 9, 5);
    some.setNull(1);
    assertForm("01 00 01 05 03000000 0200000000000000" + bounds, some, 3, Encoding.CONSTANT);
    some.setNull(0);
    some.setNull(2);
    assertForm("01 00 01 02 03000000", some, 3, Encoding.CONSTANT);
    assertForm(
        "01 00 05 04 02000000 01000000 01000000 61 61 01000000 61",
        texts("a", "a"),
        2,
        Encoding.CONSTANT);
  }

  @Test
  void runLength() {
    assertForm(
        "01 01 01 04 03000000 ffffffff 07000000"
            + "02000000 00000000 02000000 0700000000000000 ffffffffffffffff",
        ints(7, 7, -1),
        3,
        Encoding.RUN_LENGTH);
    BooleanVector booleans = new BooleanVector(3);
    booleans.values()[2] = true;
    assertForm(
        "01 01 00 04 03000000 00 01 02000000 00000000 02000000 00 01",
        booleans,
        3,
        Encoding.RUN_LENGTH);
  }

  @Test
  void dictionary() {
    assertForm(
        "01 02 05 04 03000000 01000000 02000000 61 6262"
            + "02000000 01000000 02000000 61 6262 01 00 01",
        texts("bb", "a", "bb"),
        3,
        Encoding.DICTIONARY);
    assertForm(
        "01 02 01 04 02000000 00000000 e8030000 02000000 00000000 e8030000 01 00",
        ints(1000, 0),
        2,
        Encoding.DICTIONARY);
  }

  @Test
  void frameOfReference() {
    assertForm(
        "01 03 01 04 02000000 feffffff 01000000 01 03 00",
        ints(1, -2),
        2,
        Encoding.FRAME_OF_REFERENCE);
    assertForm(
        "01 03 01 04 02000000 00000000 01010000 02 0101 0000",
        ints(257, 0),
        2,
        Encoding.FRAME_OF_REFERENCE);
    assertForm(
        "01 03 02 04 02000000 0000000000000080 ffffffff00000080 04 ffffffff 00000000",
        StoredValues.ofWords(VectorKind.LONG, Long.MIN_VALUE + 0xFFFF_FFFFL, Long.MIN_VALUE),
        2,
        Encoding.FRAME_OF_REFERENCE);
  }

  @Test
  void delta() {
    assertForm(
        "01 04 01 04 03000000 01000000 07000000 00 0300000000000000",
        ints(1, 4, 7),
        3,
        Encoding.DELTA);
    assertForm(
        "01 04 01 04 03000000 01000000 09000000"
            + "01 0300000000000000 0100000000000000 01 00 00 02",
        ints(1, 4, 9),
        3,
        Encoding.DELTA);
  }

  @Test
  void plain() {
    String wordBounds = "0100000000000000 0200000000000000";
    assertForm(
        "01 05 02 04 02000000" + wordBounds + "0200000000000000 0100000000000000",
        StoredValues.ofWords(VectorKind.LONG, 2, 1),
        2,
        Encoding.PLAIN);
    BooleanVector booleans = new BooleanVector(2);
    booleans.values()[1] = true;
    assertForm("01 05 00 04 02000000 00 01 0200000000000000", booleans, 2, Encoding.PLAIN);
    DoubleVector doubles = new DoubleVector(1);
    doubles.values()[0] = 1;
    String one = "000000000000f03f";
    assertForm("01 05 03 04 01000000" + one + one + one, doubles, 1, Encoding.PLAIN);
    DecimalVector decimals = new DecimalVector(1);
    decimals.set(0, 1, 2);
    String low = "0200000000000000";
    String high = "0100000000000000";
    assertForm(
        "01 05 04 0c 01000000" + low + high + low + high + high + low, decimals, 1, Encoding.PLAIN);
    assertForm(
        "01 05 05 04 02000000 00000000 02000000 6162 01 02 00 6162",
        texts("ab", ""),
        2,
        Encoding.PLAIN);
    IntervalVector intervals = new IntervalVector(1);
    intervals.values()[0] = new Interval(1, 2, 3);
    String interval = "01000000 02000000 0300000000000000";
    assertForm(
        "01 05 06 04 01000000" + interval + interval + interval, intervals, 1, Encoding.PLAIN);
  }

  private static void assertRefused(byte[] form, String what) {
    GabbroException refusal =
        assertThrows(GabbroException.class, () -> Segment.read(form, 0, form.length), what);
    assertEquals(ErrorCode.DATABASE_CORRUPTED, refusal.code());
  }

  @Test
  void changedAndCutBytesAreRefused() {
    byte[] form = form(texts("bb", "a", "bb"), 3, Encoding.DICTIONARY);
    for (int bit = 0; bit < form.length * Byte.SIZE; bit++) {
      byte[] changed = form.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertRefused(changed, "bit " + bit);
    }
    for (int length = 0; length < form.length; length++) {
      assertRefused(Arrays.copyOf(form, length), length + " bytes");
    }
    assertRefused(Arrays.copyOf(form, form.length + 1), "one byte more");
  }

  /** Bytes that somebody gave the right checksum are refused, or read as another valid segment. */
  @Test
  void forgedBytesDoNoHarm() {
    long seed = TestSeed.get();
    Random random = new Random(seed);
    for (VectorKind kind : VectorKind.values()) {
      for (TestVectors.Pattern pattern : TestVectors.Pattern.values()) {
        ColumnVector values =
            TestVectors.random(
                random, kind, random.nextBoolean(), pattern, TestVectors.Nulls.SOME, 40);
        for (Encoding encoding : Encoding.values()) {
          if (SegmentEncoder.encode(values, 40, encoding) != null) {
            byte[] form = form(values, 40, encoding);
            for (int round = 0; round < 30; round++) {
              forge(random, form.clone(), kind + " " + encoding + ", seed " + seed);
            }
          }
        }
      }
    }
  }

  private static void forge(Random random, byte[] form, String what) {
    int at = random.nextInt(form.length - Integer.BYTES);
    form[at] = (byte) random.nextInt();
    LittleEndian.putInt(form, form.length - 4, checksum(form, form.length - Integer.BYTES));
    try {
      Segment segment = Segment.read(form, 0, form.length);
      int rows = Math.min(segment.rows(), 2000);
      ColumnVector target = ColumnVector.allocate(segment.kind(), rows);
      segment.decode(0, rows, target);
      segment.decode(segment.rows() - rows, Selection.ofAll(rows), target);
      if (segment instanceof WordSegment words) {
        words.inRange(random.nextInt(), Long.MAX_VALUE, true, 0, null, rows, new int[rows]);
      }
    } catch (GabbroException refusal) {
      assertEquals(ErrorCode.DATABASE_CORRUPTED, refusal.code());
    } catch (RuntimeException e) {
      fail("byte " + at + " of " + what, e);
    }
  }
}
