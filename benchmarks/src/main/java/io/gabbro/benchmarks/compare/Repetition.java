package io.gabbro.benchmarks.compare;

import java.sql.SQLException;
import java.util.Arrays;
import org.rocksdb.RocksDBException;

/** Repeats an operation as its workload's kind demands, and times each run. */
final class Repetition {

  private static final int MIN_QUERY_RUNS = 5;
  private static final int MAX_QUERY_RUNS = 50;
  private static final double ENOUGH_SECONDS = 2;
  private static final double TOO_MANY_SECONDS = 30;

  private final Operation operation;
  private final int calls;
  private Answer answer = new Answer();

  /**
   * Prepares to repeat {@code operation}.
   *
   * @param calls how many calls of a point workload are measured; half as many go before them
   */
  Repetition(Operation operation, int calls) {
    this.operation = operation;
    this.calls = calls;
  }

  Measurement measure(Workload.Kind kind) throws SQLException, RocksDBException {
    return kind == Workload.Kind.POINT ? points() : queries();
  }

  /** The sum of all point calls, or the result of one query. */
  Answer answer() {
    return answer;
  }

  private Measurement points() throws SQLException, RocksDBException {
    int warmUp = calls / 2;
    double first = time(0);
    for (int call = 1; call < warmUp; call++) {
      operation.run(call, answer);
    }
    double[] seconds = new double[calls];
    for (int i = 0; i < calls; i++) {
      seconds[i] = time(warmUp + i);
    }
    return Measurement.of(first, seconds);
  }

  private Measurement queries() throws SQLException, RocksDBException {
    double first = time(0);
    Answer expected = answer;
    double[] seconds = new double[MAX_QUERY_RUNS];
    double total = 0;
    int runs = 0;
    while (runs < MAX_QUERY_RUNS
        && total < (runs < MIN_QUERY_RUNS ? TOO_MANY_SECONDS : ENOUGH_SECONDS)) {
      answer = new Answer();
      seconds[runs] = time(runs + 1);
      total += seconds[runs++];
      if (!expected.agreesWith(answer)) {
        throw new IllegalStateException("answered " + expected + ", then " + answer);
      }
    }
    return Measurement.of(first, Arrays.copyOf(seconds, runs));
  }

  private double time(int call) throws SQLException, RocksDBException {
    long start = System.nanoTime();
    operation.run(call, answer);
    return (System.nanoTime() - start) / 1e9;
  }
}
