package io.gabbro.benchmarks.micro;

import io.gabbro.column.segment.DictionarySegment;
import io.gabbro.column.segment.Encoding;
import io.gabbro.column.segment.Segment;
import io.gabbro.column.segment.SegmentEncoder;
import io.gabbro.column.segment.WordSegment;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Column segments of each encoding, a batch of a segment of 16,384 rows at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RowBatch.CAPACITY)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SegmentBenchmark {
  private static final int ROWS = 8 * RowBatch.CAPACITY;

  /** How the values are encoded, and how many bytes there are a row. */
  public enum Column {
    /** Offsets of one byte. */
    BYTE(Encoding.FRAME_OF_REFERENCE),
    /** Offsets of two bytes. */
    SHORT(Encoding.FRAME_OF_REFERENCE),
    /** Offsets of four bytes. */
    INT(Encoding.FRAME_OF_REFERENCE),
    /** Longs as they are. */
    PLAIN(Encoding.PLAIN),
    /** A dictionary of a hundred longs. */
    DICTIONARY(Encoding.DICTIONARY),
    /** Ascending longs with gaps. */
    DELTA(Encoding.DELTA),
    /** Longs in runs of a hundred. */
    RUNS(Encoding.RUN_LENGTH),
    /** A dictionary of a hundred texts. */
    TEXT(Encoding.DICTIONARY);

    private final Encoding encoding;

    Column(Encoding encoding) {
      this.encoding = encoding;
    }
  }

  /** The column. */
  @Param public Column column;

  private final int[] positions = new int[RowBatch.CAPACITY];
  private final Selection eighth = new Selection(RowBatch.CAPACITY);
  private final boolean[] matching = new boolean[100];
  private Segment segment;
  private ColumnVector target;
  private long lower;
  private long upper;
  private int start;

  /** Encodes the column and checks that it got the encoding that is to be measured. */
  @Setup
  public void setUp() {
    Random random = new Random(1);
    ColumnVector values = column == Column.TEXT ? texts(random) : longs(random);
    segment = SegmentEncoder.encode(values, ROWS);
    if (segment.encoding() != column.encoding) {
      throw new IllegalStateException(column + " became " + segment.encoding());
    }
    target = ColumnVector.allocate(values.kind(), RowBatch.CAPACITY);
    int[] selected = eighth.startPositions(RowBatch.CAPACITY / 8);
    for (int index = 0; index < RowBatch.CAPACITY / 8; index++) {
      selected[index] = 8 * index + random.nextInt(8);
    }
    eighth.setCount(RowBatch.CAPACITY / 8);
    for (int code = 0; code < matching.length; code += 2) {
      matching[code] = true;
    }
  }

  private static ColumnVector texts(Random random) {
    BytesVector texts = new BytesVector(ROWS);
    for (int row = 0; row < ROWS; row++) {
      texts.set(row, "text " + random.nextInt(100));
    }
    return texts;
  }

  private ColumnVector longs(Random random) {
    LongVector longs = new LongVector(ROWS);
    long running = 1L << 40;
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int row = 0; row < ROWS; row++) {
      running =
          switch (column) {
            case BYTE -> random.nextInt(200);
            case SHORT -> random.nextInt(40_000);
            case INT -> random.nextInt(Integer.MAX_VALUE);
            case DICTIONARY -> random.nextInt(100) * (1L << 40);
            case DELTA -> running + random.nextInt(100);
            case RUNS -> row % 100 == 0 ? random.nextInt() : running;
            default -> random.nextLong() >> 1;
          };
      longs.values()[row] = running;
      least = Math.min(least, running);
      greatest = Math.max(greatest, running);
    }
    lower = least + (greatest - least) / 4;
    upper = greatest - (greatest - least) / 4;
    return longs;
  }

  private int next() {
    start = (start + RowBatch.CAPACITY) % ROWS;
    return start;
  }

  /** Decodes all rows. */
  @Benchmark
  public ColumnVector decode() {
    segment.decode(next(), RowBatch.CAPACITY, target);
    return target;
  }

  /** Decodes one row in eight. */
  @Benchmark
  public ColumnVector decodeEighth() {
    segment.decode(next(), eighth, target);
    return target;
  }

  /** Keeps half of the rows, without decoding them: by a range, or by codes. */
  @Benchmark
  public int filter() {
    return filter(null, RowBatch.CAPACITY);
  }

  /** The same for one row in eight. */
  @Benchmark
  public int filterEighth() {
    return filter(eighth.positions(), eighth.count());
  }

  private int filter(int[] from, int count) {
    return segment instanceof WordSegment words
        ? words.inRange(lower, upper, true, next(), from, count, positions)
        : ((DictionarySegment) segment).select(matching, next(), from, count, positions);
  }
}
