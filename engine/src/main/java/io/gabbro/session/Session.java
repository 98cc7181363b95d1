package io.gabbro.session;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.config.Option;
import io.gabbro.table.Table;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A connection to a database: its transaction, its options, its prepared statements. Used by one
 * thread at a time; only {@link #close}, {@link #isClosed} and cancellation are safe from others.
 */
public interface Session extends AutoCloseable {
  /** Parses and plans a statement. */
  default PreparedPlan prepare(String sql) {
    return prepare(sql, List.of(), Optional.empty());
  }

  /**
   * Parses and plans a statement.
   *
   * @param sql one statement
   * @param parameterHints types that the caller is going to bind, in order; {@link SqlType#NULL},
   *     or a shorter list, where it does not know
   * @param generatedKeys for INSERT, UPDATE and DELETE without RETURNING: the columns to return, an
   *     empty list for those that the database can fill (primary key, defaults, the hidden row id);
   *     ignored for other statements
   * @throws io.gabbro.error.GabbroException {@code SYNTAX_ERROR}, {@code UNDEFINED_TABLE} and
   *     others
   */
  PreparedPlan prepare(
      String sql, List<SqlType> parameterHints, Optional<List<String>> generatedKeys);

  /**
   * A typed table of the same database as the open transaction of this session sees it; the
   * transaction is started if there is none, and ends only with {@link #commit} or {@link
   * #rollback}. To be used by the thread of the session, until the transaction ends.
   */
  <K, V> Table<K, V> in(Table<K, V> table);

  /** Whether each statement is a transaction of its own, unless BEGIN was executed. */
  boolean isAutoCommit();

  /** Changes the mode; an open transaction is committed when the mode changes. */
  void setAutoCommit(boolean autoCommit);

  /** Whether a transaction is open: of BEGIN, or of a statement with auto-commit off. */
  boolean inTransaction();

  /** Commits the open transaction, if there is one. */
  void commit();

  /** Rolls the open transaction back, if there is one. */
  void rollback();

  /** Sets a savepoint; the transaction is started if there is none. */
  void savepoint(String name);

  /** Undoes what was done since the savepoint, which stays. */
  void rollbackTo(String name);

  /** Forgets a savepoint and those behind it. */
  void releaseSavepoint(String name);

  /** Whether transactions that start from now on are read-only. */
  boolean isReadOnly();

  /** Makes transactions that start from now on read-only, or not. */
  void setReadOnly(boolean readOnly);

  /** The value of an option. */
  String option(Option option);

  /** Sets an option of scope {@code SESSION}. */
  void setOption(Option option, String value);

  /** The tables as this session sees them. */
  CatalogSnapshot catalog();

  /** The database. */
  Gabbro database();

  /** Warnings since the last call, such as rows that a scan skipped. */
  List<String> takeWarnings();

  /** Whether the session or its database was closed. */
  boolean isClosed();

  /** Rolls back and closes, with all open results, which throw {@code CLOSED} from then on. */
  @Override
  void close();
}
