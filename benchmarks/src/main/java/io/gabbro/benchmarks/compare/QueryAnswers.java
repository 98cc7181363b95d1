package io.gabbro.benchmarks.compare;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the whole result of each query and reduces it to an {@link Answer}. */
final class QueryAnswers {

  private static final int GROUP_COLUMNS = 10;
  private static final int FIRST_AVERAGE = 7;
  private static final int LAST_AVERAGE = 9;

  private QueryAnswers() {}

  static void count(ResultSet rows, Answer answer) throws SQLException {
    rows.next();
    answer.addExact(0, rows.getLong(1));
  }

  static void filterSum(ResultSet rows, Answer answer) throws SQLException {
    rows.next();
    answer.addExact(0, rows.getDouble(1));
    answer.addExact(1, rows.getLong(2));
  }

  /** Every cell of every group has a slot: the groups are few and their order is given. */
  static void groups(ResultSet rows, Answer answer) throws SQLException {
    for (int slot = 0; rows.next(); slot += GROUP_COLUMNS) {
      answer.addExact(slot, rows.getString(1).charAt(0));
      answer.addExact(slot + 1, rows.getString(2).charAt(0));
      for (int column = 3; column <= GROUP_COLUMNS; column++) {
        if (column >= FIRST_AVERAGE && column <= LAST_AVERAGE) {
          answer.addRounded(slot + column - 1, rows.getDouble(column));
        } else {
          answer.addExact(slot + column - 1, rows.getDouble(column));
        }
      }
    }
  }

  /** The prices only: which of several rows of the same price comes last is not determined. */
  static void top(ResultSet rows, Answer answer) throws SQLException {
    for (int slot = 0; rows.next(); slot++) {
      rows.getLong(1);
      rows.getInt(2);
      answer.addExact(slot, rows.getDouble(3));
    }
  }

  static void manyGroups(ResultSet rows, Answer answer) throws SQLException {
    while (rows.next()) {
      answer.addExact(0, 1);
      answer.addExact(1, (double) rows.getLong(1) * rows.getLong(2));
      answer.addExact(2, rows.getDouble(3));
    }
  }
}
