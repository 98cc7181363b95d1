package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.value.ParameterBinder;
import io.gabbro.jdbc.value.ParameterValue;
import io.gabbro.vector.ColumnVector;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The row of parameters that is being set. A value that its type holds goes into the vector of the
 * parameter, without an object; any other is kept aside until the row is used.
 */
abstract class ParameterSlots {
  /** The row when it was ended for an execution, and nothing has been set since. */
  static final int ENDED = -1;

  private static final int CLOSED = -2;
  private static final int UNBOUND = -1;

  /** The row in the vectors that is being set, or {@link #ENDED}. */
  int row;

  /** The values that were kept aside; null when there are none. */
  Object[] pending;

  /** The row of the value that was set last for each parameter. */
  private final int[] boundRow;

  private ParameterBinder[] binders;
  private ColumnVector[] vectors;

  ParameterSlots(int count) {
    boundRow = new int[count];
    Arrays.fill(boundRow, UNBOUND);
  }

  /** Makes the row that was ended the one that is being set, with its values. */
  abstract void reopen() throws SQLException;

  final int count() {
    return boundRow.length;
  }

  final void use(ParameterLayout layout) {
    binders = layout.binders();
    vectors = layout.vectors();
  }

  /** No value can be set from now on. */
  final void close() {
    row = CLOSED;
  }

  private int start(int index) throws SQLException {
    int parameter = index - 1;
    if (row < 0 || parameter < 0 || parameter >= boundRow.length || pending != null) {
      prepareToSet(index);
    }
    boundRow[parameter] = UNBOUND;
    if (row == 0) {
      vectors[parameter].reset();
    } else {
      vectors[parameter].setNotNull(row);
    }
    return parameter;
  }

  private void prepareToSet(int index) throws SQLException {
    if (row == CLOSED) {
      throw SqlExceptions.error(ErrorCode.CLOSED, "the statement");
    }
    if (index < 1 || index > boundRow.length) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_ARGUMENT,
          "parameter index " + index + " is not between 1 and " + boundRow.length);
    }
    if (row == ENDED) {
      reopen();
    }
    if (pending != null) {
      pending[index - 1] = null;
      if (Arrays.stream(pending).allMatch(value -> value == null)) {
        pending = null;
      }
    }
  }

  final boolean isBound(int parameter) {
    return boundRow[parameter] != UNBOUND;
  }

  /** Gives the parameters that were not set for this row the values of the row before. */
  final void carry() {
    for (int parameter = 0; parameter < boundRow.length; parameter++) {
      if (boundRow[parameter] != row && boundRow[parameter] != UNBOUND) {
        vectors[parameter].copyRow(row, vectors[parameter], row - 1);
        boundRow[parameter] = row;
      }
    }
  }

  final void checkBound() throws SQLException {
    for (int parameter = 0; parameter < boundRow.length; parameter++) {
      if (boundRow[parameter] == UNBOUND) {
        throw SqlExceptions.error(ErrorCode.UNBOUND_PARAMETER, parameter + 1);
      }
    }
  }

  /** Goes on with another row, which has the values of this one. */
  final void moveTo(int otherRow) {
    for (int parameter = 0; parameter < boundRow.length; parameter++) {
      if (boundRow[parameter] != UNBOUND) {
        boundRow[parameter] = otherRow;
      }
    }
    row = otherRow;
  }

  /** Forgets all values of the row. */
  final void clearParameters() throws SQLException {
    if (row == ENDED) {
      reopen();
    }
    Arrays.fill(boundRow, UNBOUND);
    pending = null;
  }

  final void keepAside(int parameter, Object value) {
    if (pending == null) {
      pending = new Object[boundRow.length];
    }
    pending[parameter] = value;
  }

  final void setNull(int index) throws SQLException {
    int parameter = start(index);
    vectors[parameter].setNull(row);
    boundRow[parameter] = row;
  }

  final void setBoolean(int index, boolean value) throws SQLException {
    int parameter = start(index);
    if (!binders[parameter].setBoolean(vectors[parameter], row, value)) {
      keepAside(parameter, value);
    }
    boundRow[parameter] = row;
  }

  final void setByte(int index, byte value) throws SQLException {
    int parameter = start(index);
    if (!binders[parameter].setLong(vectors[parameter], row, value)) {
      keepAside(parameter, value);
    }
    boundRow[parameter] = row;
  }

  final void setShort(int index, short value) throws SQLException {
    int parameter = start(index);
    if (!binders[parameter].setLong(vectors[parameter], row, value)) {
      keepAside(parameter, value);
    }
    boundRow[parameter] = row;
  }

  final void setInt(int index, int value) throws SQLException {
    int parameter = start(index);
    if (!binders[parameter].setLong(vectors[parameter], row, value)) {
      keepAside(parameter, value);
    }
    boundRow[parameter] = row;
  }

  final void setLong(int index, long value) throws SQLException {
    int parameter = start(index);
    if (!binders[parameter].setLong(vectors[parameter], row, value)) {
      keepAside(parameter, value);
    }
    boundRow[parameter] = row;
  }

  final void setFloat(int index, float value) throws SQLException {
    int parameter = start(index);
    if (!binders[parameter].setFloat(vectors[parameter], row, value)) {
      keepAside(parameter, value);
    }
    boundRow[parameter] = row;
  }

  final void setDouble(int index, double value) throws SQLException {
    int parameter = start(index);
    if (!binders[parameter].setDouble(vectors[parameter], row, value)) {
      keepAside(parameter, value);
    }
    boundRow[parameter] = row;
  }

  /** Sets one of the values that {@link ParameterValue} lists, or null. */
  final void setValue(int index, Object value) throws SQLException {
    if (value == null) {
      setNull(index);
      return;
    }
    int parameter = start(index);
    try {
      if (!ParameterValue.bind(binders[parameter], vectors[parameter], row, value)) {
        keepAside(parameter, value);
      }
    } catch (GabbroException e) {
      throw SqlExceptions.of(e);
    }
    boundRow[parameter] = row;
  }
}
