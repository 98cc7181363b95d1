package io.gabbro.jdbc.error;

import io.gabbro.error.ErrorCode;
import java.sql.SQLException;

/** {@code java.sql.Wrapper} of objects that wrap nothing but themselves. */
public final class Wrapping {
  private Wrapping() {}

  /**
   * The object itself.
   *
   * @throws SQLException when it is no such thing
   */
  public static <T> T unwrap(Object self, Class<T> type) throws SQLException {
    if (!type.isInstance(self)) {
      throw SqlExceptions.error(
          ErrorCode.WRONG_OBJECT, self.getClass().getName() + " wraps no " + type.getName());
    }
    return type.cast(self);
  }
}
