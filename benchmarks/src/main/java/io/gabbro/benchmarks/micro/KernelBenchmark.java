package io.gabbro.benchmarks.micro;

import io.gabbro.function.Accumulator;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.FunctionRegistry;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.time.Instant;
import java.time.ZoneOffset;
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

/** Functions over NUMERIC(15,2) columns as TPC-H has them, a batch at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RowBatch.CAPACITY)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {

  private static final SqlType MONEY = SqlType.numeric(15, 2);
  private static final int GROUPS = 4;

  /** Whether all rows are selected or every other one. */
  @Param({"true", "false"})
  public boolean all;

  private final FunctionRegistry functions = BuiltinFunctions.registry();
  private final EvaluationContext context = new EvaluationContext(Instant.EPOCH, ZoneOffset.UTC);
  private final Selection rows = new Selection(RowBatch.CAPACITY);
  private final int[] groups = new int[RowBatch.CAPACITY];
  private final DecimalVector prices = new DecimalVector(RowBatch.CAPACITY);
  private final DecimalVector discounts = new DecimalVector(RowBatch.CAPACITY);
  private final ColumnVector[] pair = {prices, discounts};
  private final ColumnVector[] single = {prices};
  private Kernel multiply;
  private Kernel less;
  private ColumnVector product;
  private ColumnVector verdict;
  private Accumulator sum;

  /** Resolves the functions and fills the columns. */
  @Setup
  public void setUp() {
    Random random = new Random(1);
    for (int row = 0; row < RowBatch.CAPACITY; row++) {
      prices.set(row, 90_000 + random.nextInt(10_000_000));
      discounts.set(row, random.nextInt(11));
      groups[row] = random.nextInt(GROUPS);
    }
    select();
    ScalarSignature multiplication = signature("*");
    multiply = multiplication.kernel().get();
    product = ColumnVector.allocate(multiplication.result().vectorKind(), RowBatch.CAPACITY);
    ScalarSignature comparison = signature("<");
    less = comparison.kernel().get();
    verdict = ColumnVector.allocate(comparison.result().vectorKind(), RowBatch.CAPACITY);
    AggregateSignature total =
        functions.aggregate("sum").orElseThrow().resolve(List.of(MONEY)).orElseThrow();
    sum = total.accumulator().get();
    sum.ensureGroups(GROUPS);
  }

  private void select() {
    if (all) {
      rows.selectAll(RowBatch.CAPACITY);
      return;
    }
    int[] positions = rows.startPositions(RowBatch.CAPACITY / 2);
    for (int index = 0; index < RowBatch.CAPACITY / 2; index++) {
      positions[index] = 2 * index;
    }
    rows.setCount(RowBatch.CAPACITY / 2);
  }

  private ScalarSignature signature(String name) {
    return functions.scalar(name).orElseThrow().resolve(List.of(MONEY, MONEY)).orElseThrow();
  }

  /** A product: the inner part of Q6. */
  @Benchmark
  public ColumnVector multiply() {
    product.reset();
    multiply.evaluate(context, pair, rows, product);
    return product;
  }

  /** A comparison to a vector of booleans. */
  @Benchmark
  public ColumnVector less() {
    verdict.reset();
    less.evaluate(context, pair, rows, verdict);
    return verdict;
  }

  /** A sum without groups. */
  @Benchmark
  public Accumulator sum() {
    sum.add(single, rows, null);
    return sum;
  }

  /** A sum in four groups. */
  @Benchmark
  public Accumulator sumInGroups() {
    sum.add(single, rows, groups);
    return sum;
  }
}
