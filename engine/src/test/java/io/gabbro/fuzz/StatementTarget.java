package io.gabbro.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.parser.StatementSplitter;
import io.gabbro.session.BatchFailure;
import io.gabbro.session.Gabbro;
import io.gabbro.session.Parameters;
import io.gabbro.session.PreparedPlan;
import io.gabbro.session.Result;
import io.gabbro.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scripts that are parsed, planned and executed over a small database in memory. */
final class StatementTarget implements FuzzTarget {
  private static final DatabaseOptions OPTIONS =
      DatabaseOptions.of(
          Map.of(
              "statement_timeout", "500ms",
              "lock_timeout", "50ms",
              "memory_limit", "4MB",
              "threads", "1"));

  /** Scripts may change the tables; so many see what those before them left. */
  private static final int USES = 20;

  private static final String TABLES =
      """
      CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c NUMERIC(12, 3), d DATE, e DOUBLE PRECISION,
        f BOOLEAN, g TIMESTAMP WITH TIME ZONE, h BYTEA, i BIGINT DEFAULT 7, j INTERVAL, k UUID);
      CREATE TABLE u (x TEXT NOT NULL, y BIGINT, PRIMARY KEY (x, y DESC));
      INSERT INTO t (a, b, c, d, e, f) VALUES
        (1, 'one', 1.5, DATE '2024-02-29', 0.1, TRUE), (2, NULL, -3, NULL, 'NaN', FALSE);
      INSERT INTO u VALUES ('a', 1), ('', -9223372036854775808)
      """;

  private Gabbro database;
  private int uses;

  @Override
  public void accept(byte[] input) {
    if (uses++ % USES == 0) {
      renew();
    }
    try (Session session = database.newSession(OPTIONS)) {
      run(session, new String(input, UTF_8));
    } catch (GabbroException e) {
      requireForeseen(e);
    }
  }

  private void renew() {
    if (database != null) {
      database.close();
    }
    database = Gabbro.open("mem:", OPTIONS);
    try (Session session = database.newSession(OPTIONS)) {
      run(session, TABLES);
    }
  }

  private static void run(Session session, String script) {
    for (StatementSplitter.Piece piece : StatementSplitter.split(script)) {
      try {
        execute(session.prepare(piece.text()));
      } catch (GabbroException e) {
        requireForeseen(e);
      } catch (BatchFailure e) {
        requireForeseen(e.failure());
      }
    }
  }

  private static void execute(PreparedPlan plan) {
    Parameters parameters = new Parameters(plan.parameterTypes());
    for (int index = 0; index < parameters.count(); index++) {
      parameters.vector(index).setNull(0);
    }
    parameters.endRow();
    Result result = plan.execute(parameters, new Cancellation());
    if (result instanceof Result.Rows rows) {
      try (rows) {
        while (rows.next() != null) {
          // Only whether it can be read counts.
        }
      }
    }
  }

  private static void requireForeseen(GabbroException error) {
    if (error.code() == ErrorCode.INTERNAL) {
      throw new IllegalStateException(error);
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>(SqlSeeds.statements());
    for (String query :
        List.of(
            "SELECT b, count(*), sum(c) FROM t WHERE a > 0 GROUP BY b HAVING count(*) > 0",
            "SELECT a + 1, upper(b), c * 2, d + INTERVAL '1 month' FROM t ORDER BY 1 DESC LIMIT 1",
            "INSERT INTO t (a, b) VALUES (3, 'x'); UPDATE t SET b = b || 'y'; DELETE FROM t",
            "BEGIN; SAVEPOINT s; DELETE FROM u; ROLLBACK TO s; COMMIT; TABLE u",
            "ALTER TABLE t ADD COLUMN z NUMERIC DEFAULT 3; SELECT z, x.* FROM t x",
            "EXPLAIN ANALYZE SELECT * FROM (SELECT a, b FROM t WHERE a IN (1, 2)) s",
            "SELECT * FROM sys.metrics; SHOW ALL; SET memory_limit = '1MB'",
            "CREATE TABLE r (k BIGINT PRIMARY KEY, v INTEGER AT 0) USING raw; TABLE r",
            "SELECT CASE WHEN f THEN CAST(b AS INTEGER) ELSE extract(year FROM d) END FROM t")) {
      seeds.add(query.getBytes(UTF_8));
    }
    return seeds;
  }
}
