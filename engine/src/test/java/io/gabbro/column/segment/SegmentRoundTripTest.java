package io.gabbro.column.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.execution.TestSeed;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every kind of values in every encoding that fits them gives back what went in. */
final class SegmentRoundTripTest {
  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);

  /** A vector, one of its segments, and what they are for messages. */
  private record Case(ColumnVector values, int rows, Segment segment, String name) {}

  private void forEachCase(Consumer<Case> action) {
    for (VectorKind kind : VectorKind.values()) {
      for (TestVectors.Pattern pattern : TestVectors.Pattern.values()) {
        for (TestVectors.Nulls nulls : TestVectors.Nulls.values()) {
          for (int wide = 0; wide < (kind == VectorKind.DECIMAL ? 2 : 1); wide++) {
            int rows = 1 + random.nextInt(random.nextInt(4) == 0 ? 5000 : 300);
            ColumnVector values = TestVectors.random(random, kind, wide == 1, pattern, nulls, rows);
            for (Encoding encoding : Encoding.values()) {
              Segment segment = SegmentEncoder.encode(values, rows, encoding);
              if (segment != null) {
                String name =
                    String.join(
                        " ", kind + "", pattern + "", nulls + "", encoding + "", rows + " rows");
                action.accept(new Case(values, rows, segment, name + ", seed " + seed));
              }
            }
          }
        }
      }
    }
  }

  @Test
  void everyEncodingIsTried() {
    TreeSet<String> seen = new TreeSet<>();
    for (int round = 0; round < 5; round++) {
      forEachCase(
          it ->
              seen.add(
                  it.segment.kind()
                      + " "
                      + it.segment.encoding()
                      + (it.segment instanceof WordSegment ? " words" : "")));
    }
    TreeSet<String> expected = new TreeSet<>();
    for (VectorKind kind : VectorKind.values()) {
      for (Encoding encoding : Encoding.values()) {
        boolean onlyWords = encoding == Encoding.FRAME_OF_REFERENCE || encoding == Encoding.DELTA;
        boolean words =
            kind == VectorKind.INT || kind == VectorKind.LONG || kind == VectorKind.DECIMAL;
        if (words) {
          expected.add(kind + " " + encoding + " words");
        }
        if (kind != VectorKind.INT && kind != VectorKind.LONG && !onlyWords) {
          if (kind != VectorKind.BOOLEAN || encoding != Encoding.DICTIONARY) {
            expected.add(kind + " " + encoding);
          }
        }
      }
    }
    assertEquals(expected, seen, "seed " + seed);
  }

  @Test
  void decodesSlicesAndSelections() {
    forEachCase(this::assertDecodes);
  }

  private void assertDecodes(Case it) {
    ColumnVector target = ColumnVector.allocate(it.values.kind(), random.nextInt(50));
    assertEquals(it.rows, it.segment.rows(), it.name);
    for (int round = 0; round < 6; round++) {
      int start = round == 0 ? 0 : random.nextInt(it.rows);
      int count = round == 0 ? it.rows : random.nextInt(it.rows - start + 1);
      soil(target);
      it.segment.decode(start, count, target);
      assertRows(it, start, IntStream.range(0, count).toArray(), target);

      Selection selection = new Selection(0);
      int[] positions = TestVectors.positions(random, count);
      System.arraycopy(positions, 0, selection.startPositions(count), 0, positions.length);
      selection.setCount(positions.length);
      soil(target);
      it.segment.decode(start, selection, target);
      assertRows(it, start, positions, target);
      it.segment.decode(start, Selection.ofAll(count), target);
      assertRows(it, start, IntStream.range(0, count).toArray(), target);
    }
  }

  /** Leaves NULLs and values from before in a target. */
  private static void soil(ColumnVector target) {
    target.ensureCapacity(3);
    target.setNull(0);
    target.setNull(2);
    if (target instanceof DecimalVector decimals) {
      decimals.widen();
    }
  }

  private static void assertRows(Case it, int start, int[] positions, ColumnVector target) {
    for (int position : positions) {
      assertTrue(
          TestVectors.same(it.values, start + position, target, position),
          () -> "row " + start + " + " + position + " of " + it.name);
    }
    if (it.segment instanceof WordSegment && target instanceof DecimalVector decimals) {
      assertFalse(decimals.isWide(), it.name);
    }
  }

  @Test
  void countsNullsAndKnowsBounds() {
    forEachCase(
        it -> {
          int nulls = 0;
          int least = -1;
          int greatest = -1;
          ColumnVector values = it.values;
          for (int row = 0; row < it.rows; row++) {
            if (values.isNull(row)) {
              nulls++;
            } else {
              least = least < 0 || values.compare(row, values, least) < 0 ? row : least;
              greatest = greatest < 0 || values.compare(row, values, greatest) > 0 ? row : greatest;
            }
          }
          assertEquals(nulls, it.segment.nullCount(), it.name);
          ColumnVector bounds = it.segment.bounds();
          if (nulls == it.rows) {
            assertNull(bounds, it.name);
          } else {
            assertEquals(0, values.compare(least, bounds, 0), it.name);
            assertEquals(0, values.compare(greatest, bounds, 1), it.name);
          }
        });
  }

  @Test
  void longBytesHaveNoBounds() {
    BytesVector values = new BytesVector(2);
    values.set(0, new byte[64]);
    values.set(1, new byte[] {1});
    assertNotNull(SegmentEncoder.encode(values, 2).bounds());
    values.set(1, new byte[65]);
    assertNull(SegmentEncoder.encode(values, 2).bounds());
  }

  @Test
  void persistentFormReadsBack() {
    forEachCase(
        it -> {
          ByteBuilder out = new ByteBuilder();
          out.putByte(7);
          it.segment.write(out);
          Segment read = Segment.read(out.bytes(), 1, out.length() - 1);
          assertEquals(it.segment.encoding(), read.encoding(), it.name);
          assertEquals(it.segment.kind(), read.kind(), it.name);
          assertEquals(it.segment.nullCount(), read.nullCount(), it.name);
          assertEquals(it.segment.memoryBytes(), read.memoryBytes(), it.name);
          assertDecodes(new Case(it.values, it.rows, read, "read " + it.name));
          ByteBuilder again = new ByteBuilder();
          again.putByte(7);
          read.write(again);
          assertArrayEquals(out.toByteArray(), again.toByteArray(), it.name);
        });
  }

  @Test
  void memoryIsThatOfTheEncoding() {
    forEachCase(
        it -> {
          long bytes = it.segment.memoryBytes();
          assertTrue(bytes >= 64 && bytes < 1000 + 80L * it.rows, bytes + " of " + it.name);
        });
  }
}
