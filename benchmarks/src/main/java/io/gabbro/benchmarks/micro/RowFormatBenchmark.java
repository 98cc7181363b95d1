package io.gabbro.benchmarks.micro;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.serializer.row.RowEncoder;
import io.gabbro.serializer.row.RowLayout;
import io.gabbro.serializer.row.RowMapping;
import io.gabbro.serializer.row.RowReader;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;
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

/** Rows like those of {@code lineitem} in the format of native tables, a batch at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RowBatch.CAPACITY)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowFormatBenchmark {

  private static final SqlType MONEY = SqlType.numeric(15, 2);
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.BIGINT,
          SqlType.BIGINT,
          MONEY,
          MONEY,
          MONEY,
          MONEY,
          SqlType.character(1),
          SqlType.character(1),
          SqlType.DATE,
          SqlType.DATE,
          SqlType.DATE,
          SqlType.varchar(25),
          SqlType.varchar(10),
          SqlType.varchar(44));

  /** The column to decode: 2 is a NUMERIC, 8 a DATE, 13 the last VARCHAR. */
  @Param({"2", "8", "13"})
  public int column;

  private final RowLayout layout = new RowLayout(1, TYPES);
  private final RowEncoder encoder = new RowEncoder(layout);
  private final RowReader reader =
      new RowReader(
          List.of(new RowMapping(layout, identity())),
          TYPES.size(),
          new ColumnVector[TYPES.size()]);
  private final ColumnVector[] columns = new ColumnVector[TYPES.size()];
  private final Selection all = Selection.ofAll(RowBatch.CAPACITY);
  private final ByteBuilder rows = new ByteBuilder();
  private final int[] offsets = new int[RowBatch.CAPACITY + 1];
  private ColumnVector decoded;

  private static int[] identity() {
    int[] positions = new int[TYPES.size()];
    Arrays.setAll(positions, index -> index);
    return positions;
  }

  /** Fills the columns and encodes them once. */
  @Setup
  public void setUp() {
    Random random = new Random(1);
    for (int index = 0; index < columns.length; index++) {
      columns[index] = ColumnVector.allocate(TYPES.get(index).vectorKind(), RowBatch.CAPACITY);
      for (int row = 0; row < RowBatch.CAPACITY; row++) {
        set(columns[index], row, random);
      }
    }
    decoded = ColumnVector.allocate(TYPES.get(column).vectorKind(), RowBatch.CAPACITY);
    encode();
  }

  private static void set(ColumnVector vector, int row, Random random) {
    if (vector instanceof LongVector longs) {
      longs.values()[row] = random.nextInt(200_000);
    } else if (vector instanceof IntVector ints) {
      ints.values()[row] = random.nextInt(10_000);
    } else if (vector instanceof DecimalVector decimals) {
      decimals.set(row, random.nextInt(10_000_000));
    } else {
      ((BytesVector) vector).set(row, "furiously regular deposits");
    }
  }

  /** Writes a row behind the other. */
  @Benchmark
  public int encode() {
    rows.clear();
    for (int row = 0; row < RowBatch.CAPACITY; row++) {
      encoder.encode(columns, row, rows);
      offsets[row + 1] = rows.length();
    }
    return rows.length();
  }

  /** Checks all rows and decodes one column. */
  @Benchmark
  public ColumnVector decode() {
    reader.begin(
        rows.bytes(),
        offsets,
        RowBatch.CAPACITY,
        (row, problem) -> {
          throw new IllegalStateException(problem);
        });
    reader.decode(column, all, decoded);
    return decoded;
  }
}
