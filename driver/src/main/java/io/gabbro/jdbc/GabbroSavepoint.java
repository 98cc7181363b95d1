package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.atomic.AtomicInteger;

/** A savepoint; one without a name of its own gets one from a number. */
final class GabbroSavepoint implements Savepoint {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final int id;
  private final String name;

  private GabbroSavepoint(int id, String name) {
    this.id = id;
    this.name = name;
  }

  static GabbroSavepoint named(String name) throws SQLException {
    if (name == null) {
      throw SqlExceptions.error(ErrorCode.INVALID_ARGUMENT, "a savepoint needs a name");
    }
    return new GabbroSavepoint(0, name);
  }

  static GabbroSavepoint unnamed() {
    int id = NUMBERS.incrementAndGet();
    return new GabbroSavepoint(id, "gabbro_savepoint_" + id);
  }

  /** The name of a savepoint that this driver made. */
  static String nameOf(Savepoint savepoint) throws SQLException {
    if (savepoint instanceof GabbroSavepoint own) {
      return own.name;
    }
    throw SqlExceptions.error(ErrorCode.INVALID_ARGUMENT, "the savepoint is none of this driver");
  }

  String name() {
    return name;
  }

  @Override
  public int getSavepointId() throws SQLException {
    if (id == 0) {
      throw SqlExceptions.error(ErrorCode.WRONG_OBJECT, "the savepoint has a name, not a number");
    }
    return id;
  }

  @Override
  public String getSavepointName() throws SQLException {
    if (id != 0) {
      throw SqlExceptions.error(ErrorCode.WRONG_OBJECT, "the savepoint has a number, not a name");
    }
    return name;
  }
}
