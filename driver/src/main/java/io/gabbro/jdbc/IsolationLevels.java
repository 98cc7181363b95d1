package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import java.sql.Connection;
import java.sql.SQLException;

/** The isolation levels of JDBC and the engine's names for them. */
final class IsolationLevels {
  private static final String READ_COMMITTED = "read committed";
  private static final String REPEATABLE_READ = "repeatable read";
  private static final String SERIALIZABLE = "serializable";

  private IsolationLevels() {}

  /** The name of a level. READ UNCOMMITTED is READ COMMITTED, as the SQL standard allows. */
  static String name(int level) throws SQLException {
    return switch (level) {
      case Connection.TRANSACTION_READ_UNCOMMITTED, Connection.TRANSACTION_READ_COMMITTED ->
          READ_COMMITTED;
      case Connection.TRANSACTION_REPEATABLE_READ -> REPEATABLE_READ;
      case Connection.TRANSACTION_SERIALIZABLE -> SERIALIZABLE;
      default ->
          throw SqlExceptions.error(
              ErrorCode.INVALID_ARGUMENT, level + " is no isolation level of Connection");
    };
  }

  static int level(String name) {
    return switch (name) {
      case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
      case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
      default -> Connection.TRANSACTION_READ_COMMITTED;
    };
  }
}
