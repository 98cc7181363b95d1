package io.gabbro.benchmarks.micro;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.vector.RowBatch;
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

/**
 * What column segments do not do: offsets of any number of bits, each read as the eight bytes from
 * its first one on, shifted and masked. To be held against {@link SegmentBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RowBatch.CAPACITY)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BitPackingBenchmark {
  /** The bits of an offset. */
  @Param({"6", "12", "24"})
  public int bits;

  private final long[] target = new long[RowBatch.CAPACITY];
  private final int[] positions = new int[RowBatch.CAPACITY];
  private final int[] eighth = new int[RowBatch.CAPACITY / 8];
  private byte[] packed;
  private long mask;
  private long base;

  /** Fills the packed values with random bits. */
  @Setup
  public void setUp() {
    Random random = new Random(1);
    packed = new byte[RowBatch.CAPACITY * bits / Byte.SIZE + Long.BYTES];
    random.nextBytes(packed);
    mask = (1L << bits) - 1;
    base = random.nextInt();
    for (int index = 0; index < eighth.length; index++) {
      eighth[index] = 8 * index + random.nextInt(8);
    }
  }

  private long offset(int row) {
    int bit = row * bits;
    return (LittleEndian.getLong(packed, bit >>> 3) >>> (bit & 7)) & mask;
  }

  /** Decodes all rows. */
  @Benchmark
  public long[] decode() {
    for (int row = 0; row < RowBatch.CAPACITY; row++) {
      target[row] = base + offset(row);
    }
    return target;
  }

  /** Decodes one row in eight. */
  @Benchmark
  public long[] decodeEighth() {
    for (int row : eighth) {
      target[row] = base + offset(row);
    }
    return target;
  }

  /** Keeps the middle half of the values. */
  @Benchmark
  public int filter() {
    long lower = mask / 4;
    long span = mask / 2;
    int kept = 0;
    for (int row = 0; row < RowBatch.CAPACITY; row++) {
      long more = offset(row) - lower;
      positions[kept] = row;
      kept += (int) (~(more | (span - more)) >>> 63);
    }
    return kept;
  }
}
