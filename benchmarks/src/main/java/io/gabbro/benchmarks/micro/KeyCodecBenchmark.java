package io.gabbro.benchmarks.micro;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.key.RowKeyCodec;
import io.gabbro.key.RowKeyReader;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Keys of (BIGINT, INTEGER) behind the prefix of a table, a batch at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RowBatch.CAPACITY)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KeyCodecBenchmark {

  private final RowKeyCodec codec =
      new RowKeyCodec(
          new byte[] {0, 0, 0, 7},
          List.of(
              new RowKeyCodec.Part(SqlType.BIGINT, false, false),
              new RowKeyCodec.Part(SqlType.INTEGER, false, false)));
  private final RowKeyReader reader = codec.newReader();
  private final LongVector orderKeys = new LongVector(RowBatch.CAPACITY);
  private final IntVector lineNumbers = new IntVector(RowBatch.CAPACITY);
  private final ColumnVector[] columns = {orderKeys, lineNumbers};
  private final LongVector decoded = new LongVector(RowBatch.CAPACITY);
  private final Selection all = Selection.ofAll(RowBatch.CAPACITY);
  private final ByteBuilder keys = new ByteBuilder();
  private final int[] offsets = new int[RowBatch.CAPACITY + 1];

  /** Fills the columns and encodes them once. */
  @Setup
  public void setUp() {
    for (int row = 0; row < RowBatch.CAPACITY; row++) {
      orderKeys.values()[row] = row / 4;
      lineNumbers.values()[row] = row % 4;
    }
    encode();
  }

  /** A key a row. */
  @Benchmark
  public int encode() {
    keys.clear();
    for (int row = 0; row < RowBatch.CAPACITY; row++) {
      codec.encode(columns, row, keys);
      offsets[row + 1] = keys.length();
    }
    return keys.length();
  }

  /** Checks all keys and decodes the first column. */
  @Benchmark
  public ColumnVector decode() {
    reader.begin(
        keys.bytes(),
        offsets,
        RowBatch.CAPACITY,
        (row, problem) -> {
          throw new IllegalStateException(problem);
        });
    reader.decode(0, all, decoded);
    return decoded;
  }
}
