package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import java.sql.SQLException;

/** From the positions of JDBC's large objects, which start at one, to those of arrays. */
final class LobRange {
  private LobRange() {}

  static int start(long position, int size) throws SQLException {
    if (position < 1 || position > size + 1L) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_ARGUMENT,
          "position " + position + " is not between 1 and " + (size + 1L));
    }
    return (int) (position - 1);
  }

  static int end(int start, int length, int size) throws SQLException {
    if (length < 0) {
      throw SqlExceptions.error(ErrorCode.INVALID_ARGUMENT, "a length must not be negative");
    }
    return (int) Math.min((long) start + length, size);
  }
}
