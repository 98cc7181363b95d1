package io.gabbro.benchmarks.micro;

import io.gabbro.ast.Statement;
import io.gabbro.parser.SqlParser;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** SQL text to syntax tree: the cost of a statement that no plan cache knows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBenchmark {

  /** Which statement. */
  @Param({"point", "aggregates", "insert100"})
  public String statement;

  private String sql;

  /** Looks the text up. */
  @Setup
  public void setUp() {
    sql =
        switch (statement) {
          case "point" -> "SELECT * FROM lineitem WHERE l_orderkey = ? AND l_linenumber = ?";
          case "aggregates" ->
              "SELECT l_returnflag, l_linestatus, SUM(l_quantity), SUM(l_extendedprice),"
                  + " SUM(l_extendedprice * (1 - l_discount)),"
                  + " SUM(l_extendedprice * (1 - l_discount) * (1 + l_tax)), AVG(l_quantity),"
                  + " AVG(l_extendedprice), AVG(l_discount), COUNT(*) FROM lineitem"
                  + " WHERE l_shipdate <= DATE '1998-09-02' GROUP BY l_returnflag, l_linestatus"
                  + " ORDER BY l_returnflag, l_linestatus";
          default ->
              "INSERT INTO t VALUES "
                  + String.join(", ", Collections.nCopies(100, "(1, 'text', 2.5, NULL)"));
        };
  }

  /** Lexes, parses and builds the tree. */
  @Benchmark
  public Statement parse() {
    return SqlParser.parseStatement(sql);
  }
}
