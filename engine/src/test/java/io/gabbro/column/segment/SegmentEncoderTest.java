package io.gabbro.column.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.type.Interval;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntervalVector;
import io.gabbro.vector.LongVector;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Which encoding typical columns get, and how large they become. */
final class SegmentEncoderTest {
  private static final int ROWS = 16_384;

  private final Random random = new Random(42);

  private static Segment words(VectorKind kind, IntToLongFunction value) {
    long[] words = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      words[row] = value.applyAsLong(row);
    }
    return SegmentEncoder.encode(StoredValues.ofWords(kind, words), ROWS);
  }

  private static Segment texts(IntFunction<String> text) {
    BytesVector values = new BytesVector(ROWS);
    for (int row = 0; row < ROWS; row++) {
      values.set(row, text.apply(row));
    }
    return SegmentEncoder.encode(values, ROWS);
  }

  /** Asserts the encoding, and that the segment takes no more than so many bytes a row. */
  private static void assertEncoding(Encoding expected, double bytesPerRow, Segment segment) {
    assertEquals(expected, segment.encoding());
    double actual = (segment.memoryBytes() - 512) / (double) ROWS;
    assertTrue(actual <= bytesPerRow, actual + " bytes a row");
  }

  @Test
  void keysInSequence() {
    assertEncoding(Encoding.DELTA, 0, words(VectorKind.LONG, row -> 1_000_000_000_000L + row));
    assertEncoding(Encoding.DELTA, 0, words(VectorKind.INT, row -> -500 + 10L * row));
  }

  @Test
  void keysWithGaps() {
    long[] key = {1L << 40};
    Segment segment = words(VectorKind.LONG, row -> key[0] += 1L + random.nextInt(100));
    assertEncoding(Encoding.DELTA, 1.1, segment);
  }

  @Test
  void smallNumbersAndAmounts() {
    assertEncoding(
        Encoding.FRAME_OF_REFERENCE, 1, words(VectorKind.INT, row -> 1L + random.nextInt(50)));
    assertEncoding(
        Encoding.FRAME_OF_REFERENCE, 2, words(VectorKind.INT, row -> 8000L + random.nextInt(2500)));
    assertEncoding(
        Encoding.FRAME_OF_REFERENCE,
        4,
        words(VectorKind.DECIMAL, row -> 90_000L + random.nextInt(10_000_000)));
  }

  @Test
  void largeNumbers() {
    assertEncoding(Encoding.PLAIN, 8, words(VectorKind.LONG, row -> random.nextLong()));
    assertEncoding(
        Encoding.DICTIONARY, 1.1, words(VectorKind.LONG, row -> random.nextInt(100) * (1L << 40)));
  }

  @Test
  void runsAndConstants() {
    assertEncoding(Encoding.RUN_LENGTH, 0.1, words(VectorKind.INT, row -> row / 1000 % 3 * 7L));
    assertEncoding(Encoding.CONSTANT, 0, words(VectorKind.DECIMAL, row -> 5));
    assertEncoding(Encoding.CONSTANT, 0, texts(row -> "same"));
  }

  @Test
  void nullsBreakNeitherRunsNorConstants() {
    LongVector values = new LongVector(ROWS);
    for (int row = 0; row < ROWS; row++) {
      values.values()[row] = 7;
      if (row % 3 == 0) {
        values.values()[row] = random.nextLong();
        values.setNull(row);
      }
    }
    assertEncoding(Encoding.CONSTANT, 0.2, SegmentEncoder.encode(values, ROWS));
    for (int row = 0; row < ROWS; row++) {
      values.setNull(row);
    }
    assertEncoding(Encoding.CONSTANT, 0, SegmentEncoder.encode(values, ROWS));
  }

  @Test
  void textsOfFewAndOfManyValues() {
    String[] modes = {"AIR", "FOB", "MAIL", "RAIL", "REG AIR", "SHIP", "TRUCK"};
    assertEncoding(Encoding.DICTIONARY, 1, texts(row -> modes[random.nextInt(modes.length)]));
    assertEncoding(Encoding.DICTIONARY, 3.2, texts(row -> "Clerk#" + random.nextInt(1000)));
    assertEncoding(Encoding.PLAIN, 4 + 20, texts(row -> "comment " + random.nextInt()));
  }

  @Test
  void doublesBooleansAndIntervals() {
    DoubleVector doubles = new DoubleVector(ROWS);
    BooleanVector booleans = new BooleanVector(ROWS);
    IntervalVector intervals = new IntervalVector(ROWS);
    for (int row = 0; row < ROWS; row++) {
      doubles.values()[row] = random.nextDouble();
      booleans.values()[row] = random.nextBoolean();
      intervals.values()[row] = new Interval(1, random.nextInt(30), 0);
    }
    assertEncoding(Encoding.PLAIN, 8, SegmentEncoder.encode(doubles, ROWS));
    assertEncoding(Encoding.PLAIN, 0.125, SegmentEncoder.encode(booleans, ROWS));
    assertEncoding(Encoding.DICTIONARY, 1.1, SegmentEncoder.encode(intervals, ROWS));
    for (int row = 0; row < ROWS; row++) {
      doubles.values()[row] = random.nextInt(500) / 100.0;
    }
    assertEncoding(Encoding.DICTIONARY, 2.5, SegmentEncoder.encode(doubles, ROWS));
  }

  @Test
  void valuesThatAreOnlyEqualInSqlStayApart() {
    DoubleVector doubles = new DoubleVector(ROWS);
    for (int row = 0; row < ROWS; row++) {
      doubles.values()[row] = row % 2 == 0 ? 0.0 : -0.0;
    }
    Segment segment = SegmentEncoder.encode(doubles, ROWS);
    assertEncoding(Encoding.PLAIN, 8, segment);
    DoubleVector decoded = new DoubleVector(2);
    segment.decode(2, 2, decoded);
    assertEquals(0.0, decoded.values()[0]);
    assertEquals(-0.0, decoded.values()[1]);
  }

  @Test
  void wideDecimalsThatFitIntoLongsBecomeNarrow() {
    DecimalVector decimals = new DecimalVector(ROWS);
    decimals.widen();
    for (int row = 0; row < ROWS; row++) {
      decimals.set(row, -row % 9);
    }
    assertEncoding(Encoding.FRAME_OF_REFERENCE, 1, SegmentEncoder.encode(decimals, ROWS));
    decimals.set(0, 1, 0);
    assertEquals(VectorKind.DECIMAL, SegmentEncoder.encode(decimals, ROWS).kind());
    assertTrue(!(SegmentEncoder.encode(decimals, ROWS) instanceof WordSegment));
  }

  @Test
  void valuesOutsideOfTheRowsAreNotLookedAt() {
    LongVector values = new LongVector(100);
    values.values()[50] = 1;
    assertEquals(Encoding.CONSTANT, SegmentEncoder.encode(values, 50).encoding());
    ColumnVector empty = new LongVector(0);
    assertThrows(IllegalArgumentException.class, () -> SegmentEncoder.encode(empty, 0));
    assertThrows(IllegalArgumentException.class, () -> SegmentEncoder.encode(values, 101));
  }
}
