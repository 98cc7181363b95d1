package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A database behind one JDBC connection. */
final class JdbcSubject implements Subject {

  private final JdbcEngine engine;
  private final Path directory;
  private final Connection connection;

  JdbcSubject(JdbcEngine engine, Path directory) throws SQLException {
    this.engine = engine;
    this.directory = directory;
    this.connection = engine.connect(directory);
  }

  @Override
  public Loader loader() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(Statements.CREATE_TABLE);
    }
    connection.setAutoCommit(false);
    return engine.loader(connection);
  }

  @Override
  public Optional<Operation> prepare(Workload workload, Samples samples) throws SQLException {
    return Optional.ofNullable(
        switch (workload) {
          case LOAD, OPEN, COMMIT_1, COMMIT_8, COMMIT_32 -> null;
          case POINT_READ -> new PointRead(engine, connection, samples);
          case POINT_UPDATE -> new PointUpdate(engine, connection, samples);
          case RANGE_SCAN -> new RangeScan(engine, connection, samples);
          case COUNT -> new JdbcQuery(connection, Statements.COUNT, QueryAnswers::count);
          case FILTER_SUM, FILTER_SUM_UPDATED ->
              new JdbcQuery(connection, Statements.FILTER_SUM, QueryAnswers::filterSum)
                  .with("1994-01-01", "1995-01-01");
          case GROUPS ->
              new JdbcQuery(connection, Statements.GROUPS, QueryAnswers::groups).with("1998-09-02");
          case LIKE -> new JdbcQuery(connection, Statements.LIKE, QueryAnswers::count);
          case TOP -> new JdbcQuery(connection, Statements.top(engine.topTen()), QueryAnswers::top);
          case MANY_GROUPS ->
              new JdbcQuery(connection, Statements.MANY_GROUPS, QueryAnswers::manyGroups);
        });
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    engine.shutDown(directory);
  }
}
