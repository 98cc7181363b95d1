package io.gabbro.jdbc.lifecycle;

import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.session.Gabbro;
import io.gabbro.storage.Direction;
import io.gabbro.table.Range;
import io.gabbro.table.Table;
import io.gabbro.table.TableScanner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** What a thread of an interleaving may do next. */
final class Actions {
  static final int ACCOUNTS = 20;
  static final int BALANCE = 100;

  private final Path directory;
  private final Slots slots;
  private final Random random;
  private Connection used;

  Actions(Path directory, Slots slots, long seed) {
    this.directory = directory;
    this.slots = slots;
    random = new Random(seed);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:gabbro:" + directory + "?lock_timeout=200ms");
  }

  /** The connection that the last action has used, or null. */
  Connection used() {
    return used;
  }

  private Connection share() {
    used = slots.connection(random);
    return used;
  }

  /** Does one thing; errors that a user may get are thrown. */
  void next() throws SQLException {
    used = null;
    switch (random.nextInt(19)) {
      case 0, 1 -> replaceConnection();
      case 2 -> endConnection();
      case 3, 4, 5 -> query();
      case 6, 7 -> fetch();
      case 8 -> closeResultTwice();
      case 9 -> endStatement();
      case 10, 11 -> change(RandomSql.change(random));
      case 12 -> insert();
      case 13, 14, 15 -> transfer();
      case 16 -> endTransaction();
      case 17 -> useTypedTable();
      default -> forget();
    }
  }

  private void replaceConnection() throws SQLException {
    Connection before = slots.put(random, connect());
    if (before != null && random.nextInt(4) > 0) {
      before.close();
    }
  }

  private void endConnection() throws SQLException {
    Connection connection = share();
    if (connection == null) {
      return;
    }
    if (random.nextBoolean()) {
      connection.abort(Runnable::run);
    } else {
      connection.close();
    }
  }

  private void query() throws SQLException {
    Connection connection = share();
    if (connection == null) {
      return;
    }
    String sql = RandomSql.query(random);
    Statement statement;
    ResultSet rows;
    if (random.nextBoolean()) {
      PreparedStatement prepared = connection.prepareStatement(sql);
      statement = prepared;
      slots.put(random, statement);
      rows = prepared.executeQuery();
    } else {
      statement = connection.createStatement();
      slots.put(random, statement);
      statement.setQueryTimeout(random.nextInt(2));
      rows = statement.executeQuery(sql);
    }
    slots.put(random, rows);
    read(rows, random.nextInt(3000));
    if (random.nextInt(3) == 0) {
      statement.close();
    }
  }

  private void fetch() throws SQLException {
    ResultSet rows = slots.result(random);
    if (rows != null) {
      used = rows.getStatement().getConnection();
      read(rows, random.nextInt(5000));
    }
  }

  private static void read(ResultSet rows, int limit) throws SQLException {
    int count = 0;
    while (count < limit && rows.next()) {
      count++;
    }
  }

  private void closeResultTwice() throws SQLException {
    ResultSet rows = slots.result(random);
    if (rows != null) {
      rows.close();
      rows.close();
      rows.next();
    }
  }

  private void endStatement() throws SQLException {
    Statement statement = slots.statement(random);
    if (statement != null) {
      if (random.nextInt(3) == 0) {
        statement.close();
      } else {
        statement.cancel();
      }
    }
  }

  private void change(String sql) throws SQLException {
    Connection connection = share();
    if (connection != null) {
      try (Statement statement = connection.createStatement()) {
        slots.put(random, statement);
        statement.execute(sql);
      }
    }
  }

  private void insert() throws SQLException {
    Connection connection = share();
    if (connection == null) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t (a, c) VALUES (?, ?)")) {
      slots.put(random, insert);
      for (int row = 0; row < 30; row++) {
        insert.setLong(1, random.nextInt(2000));
        insert.setString(2, "c" + random.nextInt(5));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Moves money in a transaction, which may be stopped at any point. */
  private void transfer() throws SQLException {
    try (Connection own = connect()) {
      used = own;
      own.setAutoCommit(false);
      slots.put(random, own);
      try (PreparedStatement move =
          own.prepareStatement("UPDATE accounts SET balance = balance + ? WHERE id = ?")) {
        slots.put(random, move);
        int amount = random.nextInt(10);
        move(move, -amount, random.nextInt(ACCOUNTS));
        move(move, amount, random.nextInt(ACCOUNTS));
      } catch (SQLException e) {
        try {
          own.rollback();
        } catch (SQLException second) {
          e.addSuppressed(second);
        }
        throw e;
      }
      if (random.nextInt(4) > 0) {
        own.commit();
      }
    }
  }

  private static void move(PreparedStatement move, int amount, int account) throws SQLException {
    move.setInt(1, amount);
    move.setInt(2, account);
    if (move.executeUpdate() != 1) {
      throw new IllegalStateException("account " + account + " is gone");
    }
  }

  /** Ends a transaction of any thread, but not the half of a transfer: that would be no error. */
  private void endTransaction() throws SQLException {
    Connection connection = share();
    if (connection == null) {
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> connection.setSavepoint("s");
      case 1 -> connection.getMetaData().getTables(null, null, "%", null).next();
      default -> connection.isValid(1);
    }
  }

  private void useTypedTable() {
    try (Gabbro database = Gabbro.open(directory)) {
      Table<Integer, byte[]> table = database.table("typed", KeyCodecs.INT, new RawSerializer());
      table.put(random.nextInt(1000), new byte[random.nextInt(100)]);
      TableScanner<Integer, byte[]> scanner = table.scan(Range.all(), Direction.FORWARD);
      scanner.next();
      if (random.nextBoolean()) {
        scanner.close();
        table.forEachWhile((key, value) -> key < 500);
      }
    }
  }

  private void forget() {
    slots.put(random, (ResultSet) null);
    slots.put(random, (Statement) null);
  }
}
