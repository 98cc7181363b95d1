package io.gabbro.column.segment;

import io.gabbro.type.Interval;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.IntervalVector;
import io.gabbro.vector.LongVector;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Random vectors of typical shapes. */
final class TestVectors {
  /** How values follow each other. */
  enum Pattern {
    SAME,
    FEW,
    RUNS,
    SEQUENCE,
    ASCENDING,
    STEEP,
    BYTE,
    SHORT,
    INT,
    ANY
  }

  /** Which rows are NULL. */
  enum Nulls {
    NONE,
    SOME,
    MOST,
    BLOCK,
    ALL
  }

  private TestVectors() {}

  /** A vector of a pattern. */
  static ColumnVector random(
      Random random, VectorKind kind, boolean wide, Pattern pattern, Nulls nulls, int rows) {
    ColumnVector vector = ColumnVector.allocate(kind, rows);
    long[] numbers = numbers(random, kind, pattern, rows);
    for (int row = 0; row < rows; row++) {
      set(vector, row, numbers[row], wide);
    }
    if (nulls != Nulls.NONE) {
      int first = random.nextInt(rows);
      for (int row = 0; row < rows; row++) {
        boolean isNull =
            switch (nulls) {
              case SOME -> random.nextInt(20) == 0;
              case MOST -> random.nextInt(20) != 0;
              case BLOCK -> row >= first && row < first + 200;
              default -> true;
            };
        if (isNull) {
          set(vector, row, random.nextLong(), false);
          vector.setNull(row);
        }
      }
    }
    return vector;
  }

  private static long[] numbers(Random random, VectorKind kind, Pattern pattern, int rows) {
    boolean ints = kind == VectorKind.INT;
    long base = ints ? random.nextInt() >> 2 : random.nextLong() >> 2;
    long step = 1L + random.nextInt(9);
    long[] few = random.longs(1 + random.nextInt(300)).toArray();
    long[] numbers = new long[rows];
    long running = base;
    for (int row = 0; row < rows; row++) {
      boolean change = random.nextInt(40) == 0;
      running =
          switch (pattern) {
            case SAME -> base;
            case FEW -> few[random.nextInt(few.length)];
            case RUNS -> change ? random.nextLong() : running;
            case SEQUENCE -> base + row * step;
            case ASCENDING -> running + random.nextInt(3);
            case STEEP -> running + (1L << 13) + random.nextInt(1 << 14);
            case BYTE -> base + random.nextInt(256);
            case SHORT -> base + random.nextInt(1 << 16);
            case INT -> base + (random.nextInt() & 0xFFFF_FFFFL);
            case ANY -> random.nextLong() >> random.nextInt(64);
          };
      numbers[row] = running;
    }
    return numbers;
  }

  private static void set(ColumnVector vector, int row, long number, boolean wide) {
    switch (vector.kind()) {
      case BOOLEAN -> ((BooleanVector) vector).values()[row] = (number & 1) != 0;
      case INT -> ((IntVector) vector).values()[row] = (int) number;
      case LONG -> ((LongVector) vector).values()[row] = number;
      case DOUBLE ->
          ((DoubleVector) vector).values()[row] =
              number % 7 == 0 ? -0.0 : number % 11 == 0 ? Double.NaN : number / 3.0;
      case DECIMAL -> {
        if (wide) {
          ((DecimalVector) vector).set(row, (number >> 9) | (1L << 40), number * 31);
        } else {
          ((DecimalVector) vector).set(row, number);
        }
      }
      case BYTES -> {
        byte[] bytes = new byte[(int) (number & 15)];
        new Random(number).nextBytes(bytes);
        ((BytesVector) vector).set(row, bytes);
      }
      case INTERVAL ->
          ((IntervalVector) vector).values()[row] =
              new Interval((int) number & 3, (int) (number >> 8) % 90, number >> 20);
    }
  }

  /** Whether a row of both vectors is NULL, or has the same bits. */
  static boolean same(ColumnVector left, int row, ColumnVector right, int otherRow) {
    if (left.isNull(row) || right.isNull(otherRow)) {
      return left.isNull(row) == right.isNull(otherRow);
    }
    return switch (left.kind()) {
      case DOUBLE ->
          Double.doubleToRawLongBits(((DoubleVector) left).values()[row])
              == Double.doubleToRawLongBits(((DoubleVector) right).values()[otherRow]);
      case INTERVAL ->
          ((IntervalVector) left).values()[row].equals(((IntervalVector) right).values()[otherRow]);
      case DECIMAL ->
          ((DecimalVector) left).unscaled(row).equals(((DecimalVector) right).unscaled(otherRow));
      case BYTES ->
          Arrays.equals(((BytesVector) left).bytes(row), ((BytesVector) right).bytes(otherRow));
      case BOOLEAN, INT, LONG -> left.compare(row, right, otherRow) == 0;
    };
  }

  /** Random ascending positions below a number. */
  static int[] positions(Random random, int rows) {
    int modulus = 1 + random.nextInt(60);
    return IntStream.range(0, rows).filter(row -> random.nextInt(modulus) == 0).toArray();
  }
}
