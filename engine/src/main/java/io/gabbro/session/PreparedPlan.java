package io.gabbro.session;

import io.gabbro.execution.Cancellation;
import io.gabbro.type.SqlType;
import java.util.List;

/**
 * A statement that was parsed and planned. It belongs to its session and is used by one thread at a
 * time. It plans again by itself when the catalog has changed; {@link #columns} and {@link
 * #parameterTypes} then may change with it.
 */
public interface PreparedPlan {
  /** What an execution gives. */
  enum Kind {
    /** Rows: SELECT, VALUES, EXPLAIN, SHOW, or DML with RETURNING. */
    ROWS,
    /** A number of changed rows. */
    COUNT,
    /** Nothing: DDL, SET and the like. */
    NONE
  }

  /** The text. */
  String sql();

  /** What an execution gives. */
  Kind kind();

  /**
   * The types of the parameters: the hints of {@link Session#prepare} where they were given, else
   * what the context says, else TEXT.
   */
  List<SqlType> parameterTypes();

  /** Whether the type of a parameter came from a hint or from no context at all. */
  boolean isParameterTypeGuessed(int parameter);

  /** The columns of the result; empty when it has none. */
  List<ResultColumn> columns();

  /**
   * Executes with one row of parameters.
   *
   * @param parameters of the types of {@link #parameterTypes}, with one row; may be reused by the
   *     caller only after the result was closed
   * @param cancellation stops the execution; the time-out of the session is started by the
   *     execution unless the caller has started one
   * @throws io.gabbro.error.GabbroException when the statement fails; it then has changed nothing
   */
  Result execute(Parameters parameters, Cancellation cancellation);

  /**
   * Executes once for each row of parameters. In auto-commit mode, and for INSERT, UPDATE and
   * DELETE, all of it is one atomic write batch: it happens as a whole or not at all.
   *
   * @return the number of changed rows for each row of parameters
   * @throws BatchFailure when a row fails; nothing has been changed then
   */
  long[] executeBatch(Parameters parameters, Cancellation cancellation);
}
