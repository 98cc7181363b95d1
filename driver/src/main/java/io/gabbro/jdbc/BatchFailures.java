package io.gabbro.jdbc;

import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.session.BatchFailure;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Makes the exceptions of batches; their cause and next exception is the failure itself. */
final class BatchFailures {
  private BatchFailures() {}

  /** A failure with the update counts of what was executed before and stays so. */
  static BatchUpdateException of(SQLException failure, long[] counts) {
    return of(failure, failure.getMessage(), counts);
  }

  /**
   * The failure of an atomic batch: no row of it has changed anything, so that every row counts as
   * {@link Statement#EXECUTE_FAILED}. The message says which row it was.
   */
  static BatchUpdateException ofAtomic(BatchFailure failure, String sql, int rows) {
    SQLException cause = SqlExceptions.of(failure.failure(), sql);
    return ofAtomic(
        cause, "row " + (failure.row() + 1) + " of the batch: " + cause.getMessage(), rows);
  }

  /** The failure of an atomic batch as a whole. */
  static BatchUpdateException ofAtomic(SQLException cause, String message, int rows) {
    long[] counts = new long[rows];
    Arrays.fill(counts, Statement.EXECUTE_FAILED);
    return of(cause, message, counts);
  }

  private static BatchUpdateException of(SQLException cause, String message, long[] counts) {
    BatchUpdateException exception =
        new BatchUpdateException(message, cause.getSQLState(), cause.getErrorCode(), counts, cause);
    exception.setNextException(cause);
    return exception;
  }
}
