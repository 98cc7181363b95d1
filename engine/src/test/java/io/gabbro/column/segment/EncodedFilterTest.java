package io.gabbro.column.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.execution.TestSeed;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Filters on encoded values keep the rows that decoding and comparing keeps. */
final class EncodedFilterTest {
  private static final int ROUNDS = 12;

  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);
  private Segment segment;
  private ColumnVector values;
  private int start;
  private int[] from;
  private int count;
  private int[] target;

  private void forEachSegment(Runnable action) {
    for (VectorKind kind : VectorKind.values()) {
      for (TestVectors.Pattern pattern : TestVectors.Pattern.values()) {
        for (TestVectors.Nulls nulls : TestVectors.Nulls.values()) {
          int rows = 1 + random.nextInt(random.nextInt(4) == 0 ? 5000 : 300);
          values = TestVectors.random(random, kind, random.nextBoolean(), pattern, nulls, rows);
          for (Encoding encoding : Encoding.values()) {
            segment = SegmentEncoder.encode(values, rows, encoding);
            if (segment != null) {
              action.run();
            }
          }
        }
      }
    }
  }

  private void chooseRows() {
    start = random.nextInt(segment.rows());
    count = random.nextInt(segment.rows() - start + 1);
    from = null;
    target = new int[count];
    if (random.nextBoolean()) {
      from = TestVectors.positions(random, count);
      count = from.length;
      target = random.nextBoolean() ? from.clone() : new int[count];
    }
  }

  /** The positions to look at that are not NULL and meet a condition on the row. */
  private int[] expected(IntPredicate condition) {
    return (from == null ? IntStream.range(0, count) : Arrays.stream(from))
        .filter(position -> !values.isNull(start + position))
        .filter(position -> condition.test(start + position))
        .toArray();
  }

  /** What to filter: the target itself in half of the cases. */
  private int[] input() {
    return from == null ? null : Arrays.equals(from, target) ? target : from;
  }

  private String where() {
    return segment.getClass().getSimpleName() + " from " + start + ", seed " + seed;
  }

  private long somewhere() {
    int row = random.nextInt(segment.rows());
    long word = values.isNull(row) ? random.nextLong() : StoredValues.word(values, row);
    return switch (random.nextInt(8)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> word + 1;
      case 3 -> word - 1;
      case 4 -> random.nextLong();
      default -> word;
    };
  }

  @Test
  void rangesOfWords() {
    forEachSegment(
        () -> {
          if (segment instanceof WordSegment words) {
            for (int round = 0; round < ROUNDS; round++) {
              chooseRows();
              long lower = somewhere();
              long upper = random.nextInt(4) == 0 ? lower : somewhere();
              boolean wanted = random.nextBoolean();
              int[] expected =
                  expected(
                      row -> {
                        long word = StoredValues.word(values, row);
                        return (word >= lower && word <= upper) == wanted;
                      });
              int kept = words.inRange(lower, upper, wanted, start, input(), count, target);
              assertArrayEquals(
                  expected,
                  Arrays.copyOf(target, kept),
                  () -> lower + " to " + upper + " " + wanted + " in " + where());
            }
          }
        });
  }

  @Test
  void codesOfDictionaries() {
    forEachSegment(
        () -> {
          if (segment instanceof DictionarySegment dictionary) {
            assertAscending(dictionary);
            assertSelectsByCode(dictionary);
          }
        });
  }

  private void assertAscending(DictionarySegment dictionary) {
    ColumnVector entries = dictionary.dictionary();
    for (int code = 1; code < dictionary.dictionarySize(); code++) {
      assertTrue(entries.compare(code - 1, entries, code) < 0, where());
    }
  }

  private void assertSelectsByCode(DictionarySegment dictionary) {
    int size = dictionary.dictionarySize();
    int[] codes = new int[segment.rows()];
    dictionary.codes(0, codes.length, codes);
    for (int row = 0; row < codes.length; row++) {
      if (values.isNull(row)) {
        assertEquals(size, codes[row], where());
      } else {
        assertTrue(TestVectors.same(values, row, dictionary.dictionary(), codes[row]), where());
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      chooseRows();
      boolean[] matching = new boolean[size];
      for (int code = 0; code < size; code++) {
        matching[code] = random.nextBoolean();
      }
      int[] expected = expected(row -> matching[codes[row]]);
      int kept = dictionary.select(matching, start, input(), count, target);
      assertArrayEquals(expected, Arrays.copyOf(target, kept), where());
      int[] some = new int[segment.rows() - start];
      dictionary.codes(start, some.length, some);
      assertArrayEquals(Arrays.copyOfRange(codes, start, codes.length), some, where());
    }
  }
}
