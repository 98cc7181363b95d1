package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A session with which tests run SQL and look at the rows as text: {@code 1|a|null}. */
public final class SqlTester implements AutoCloseable {
  private final Gabbro database;
  private final Session session;
  private final boolean ownsDatabase;

  /** Opens a location and starts a session. */
  public SqlTester(String location, Map<String, String> options) {
    this(Gabbro.open(location, DatabaseOptions.of(options)), true, DatabaseOptions.of(options));
  }

  /** Starts a session of a database, which is closed with it. */
  SqlTester(Gabbro database, DatabaseOptions options) {
    this(database, true, options);
  }

  private SqlTester(Gabbro database, boolean ownsDatabase, DatabaseOptions options) {
    this.database = database;
    this.ownsDatabase = ownsDatabase;
    session = database.newSession(options);
  }

  /** Starts a session of a database that stays open when it is closed. */
  static SqlTester on(Gabbro database, Map<String, String> options) {
    return new SqlTester(database, false, DatabaseOptions.of(options));
  }

  /** A private database in memory. */
  public static SqlTester inMemory() {
    return new SqlTester("mem:", Map.of("file_access", "true"));
  }

  /** The session. */
  public Session session() {
    return session;
  }

  /** The database. */
  public Gabbro database() {
    return database;
  }

  /** Runs a statement; the rows, or the number of changed rows in brackets. */
  public List<String> run(String sql, Object... parameters) {
    PreparedPlan plan = session.prepare(sql);
    Parameters values = new Parameters(plan.parameterTypes());
    fill(values, parameters);
    return rows(plan.execute(values, new Cancellation()));
  }

  /** Puts a row of values behind those that are there. */
  public static void fill(Parameters values, Object... row) {
    for (int index = 0; index < row.length; index++) {
      ColumnVector vector = values.vector(index);
      Values.set(values.type(index), vector, values.row(), row[index]);
    }
    values.endRow();
  }

  /** Reads a result to its end. */
  public static List<String> rows(Result result) {
    List<String> lines = new ArrayList<>();
    if (result instanceof Result.UpdateCount count) {
      lines.add("[" + count.count() + "]");
    } else if (result instanceof Result.Rows rows) {
      try (rows) {
        for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
          for (int index = 0; index < batch.selection().count(); index++) {
            lines.add(line(rows, batch, batch.selection().position(index)));
          }
        }
      }
    }
    return lines;
  }

  private static String line(Result.Rows rows, RowBatch batch, int row) {
    StringJoiner line = new StringJoiner("|");
    for (int column = 0; column < batch.columnCount(); column++) {
      Object value = Values.get(rows.columns().get(column).type(), batch.column(column), row);
      line.add(
          value instanceof byte[] bytes
              ? java.util.HexFormat.of().formatHex(bytes)
              : String.valueOf(value));
    }
    return line.toString();
  }

  /** Runs a statement and compares the rows. */
  public void check(String sql, String... expected) {
    assertEquals(List.of(expected), run(sql), sql);
  }

  /** Runs a statement that must fail. */
  public GabbroException fails(ErrorCode code, String sql, Object... parameters) {
    GabbroException error = assertThrows(GabbroException.class, () -> run(sql, parameters), sql);
    assertEquals(code, error.code(), error.getMessage());
    return error;
  }

  @Override
  public void close() {
    session.close();
    if (ownsDatabase) {
      database.close();
    }
  }
}
