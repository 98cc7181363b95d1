package io.gabbro.error;

/**
 * Every error of the engine: its SQLSTATE (PostgreSQL's where PostgreSQL has one) and the template
 * of its message. The Javadoc of each constant shows SQL that raises it.
 *
 * <p>No constant has a SQLSTATE of class {@code 08} or the code {@code 0A000}: connection pools
 * evict a connection that reports those.
 */
public enum ErrorCode {
  /** {@code SELEC 1}. */
  SYNTAX_ERROR("42601", "%s"),
  /** {@code SELECT ((((…1…))))} nested beyond the limit, or a text that is too long. */
  STATEMENT_TOO_COMPLEX("54001", "%s"),
  /** {@code CREATE TABLE t (c1 INT, …, c1601 INT)}. */
  TOO_MANY_COLUMNS("54011", "a table has at most %s columns"),
  /** {@code SELECT 1 AS aaa…} with a name of more than 255 characters. */
  NAME_TOO_LONG("42622", "the name \"%s…\" is longer than %s characters"),
  /** {@code SELECT 'abc}. */
  UNTERMINATED_TOKEN("42601", "unterminated %s"),
  /** {@code SELECT * FROM missing}. */
  UNDEFINED_TABLE("42P01", "table \"%s\" does not exist"),
  /** {@code SELECT x.a FROM t}. */
  MISSING_FROM_ENTRY("42P01", "missing FROM-clause entry for table \"%s\""),
  /** {@code CREATE TABLE missing.t (a INT)}. */
  UNDEFINED_SCHEMA("3F000", "schema \"%s\" does not exist"),
  /** {@code SELECT missing FROM t}. */
  UNDEFINED_COLUMN("42703", "column \"%s\" does not exist"),
  /** {@code SELECT missing(1)}. */
  UNDEFINED_FUNCTION("42883", "function %s does not exist"),
  /** {@code SELECT TRUE + 1}. */
  UNDEFINED_OPERATOR("42883", "operator does not exist: %s"),
  /** {@code CREATE TABLE t (a blob_thing)}. */
  UNDEFINED_TYPE("42704", "type \"%s\" does not exist"),
  /** {@code CREATE TABLE t (a INT PRIMARY KEY) USING forry}. */
  UNDEFINED_SERIALIZER("42704", "serializer \"%s\" does not exist"),
  /** {@code SET missing = 1}. */
  UNDEFINED_OPTION("42704", "unrecognized option \"%s\""),
  /** {@code SELECT a FROM (SELECT 1 AS a, 2 AS a) x}. */
  AMBIGUOUS_COLUMN("42702", "column reference \"%s\" is ambiguous"),
  /** {@code CREATE TABLE t (a INT)} twice. */
  DUPLICATE_TABLE("42P07", "table \"%s\" already exists"),
  /** {@code CREATE TABLE t (a INT, a INT)}. */
  DUPLICATE_COLUMN("42701", "column \"%s\" specified more than once"),
  /** {@code SELECT a, count(*) FROM t}. */
  GROUPING_ERROR(
      "42803",
      "column \"%s\" must appear in the GROUP BY clause or be used in an aggregate function"),
  /** {@code SELECT a FROM t WHERE count(*) > 1}. */
  AGGREGATE_NOT_ALLOWED("42803", "aggregate functions are not allowed in %s"),
  /** {@code SELECT 1 WHERE 5}. */
  DATATYPE_MISMATCH("42804", "%s"),
  /** {@code SELECT CAST(TRUE AS DATE)}. */
  CANNOT_COERCE("42846", "cannot cast type %s to %s"),
  /** {@code SELECT a FROM t ORDER BY 7}. */
  INVALID_COLUMN_REFERENCE("42P10", "%s"),
  /** {@code CREATE TABLE t (a INT, PRIMARY KEY (a), PRIMARY KEY (a))}. */
  INVALID_TABLE_DEFINITION("42P16", "%s"),
  /** {@code ALTER TABLE t DROP COLUMN pk}, or another use that the object does not allow. */
  WRONG_OBJECT("42809", "%s"),
  /** Something that Gabbro's dialect knows but does not do. */
  UNSUPPORTED("42P99", "%s is not supported"),
  /** {@code SELECT ? } executed without a value. */
  UNBOUND_PARAMETER("42P02", "parameter %s has no value"),
  /** {@code INSERT INTO t (a, b) VALUES (1)}. */
  COLUMN_COUNT_MISMATCH("42601", "%s"),
  /** {@code SELECT 1 / 0}. */
  DIVISION_BY_ZERO("22012", "division by zero"),
  /** {@code SELECT 2147483647 + 1}. */
  NUMERIC_OUT_OF_RANGE("22003", "%s out of range"),
  /** {@code SELECT CAST('x' AS INTEGER)}. */
  INVALID_TEXT_REPRESENTATION("22P02", "invalid input syntax for type %s: \"%s\""),
  /** {@code SELECT CAST('2024-13-01' AS DATE)}. */
  DATETIME_OUT_OF_RANGE("22008", "date/time field value out of range: \"%s\""),
  /** {@code SELECT DATE '5874897-12-31' + 1}. */
  DATETIME_OVERFLOW("22008", "%s out of range"),
  /** {@code SELECT CAST('zzz' AS DATE)}. */
  INVALID_DATETIME("22007", "invalid input syntax for type %s: \"%s\""),
  /** {@code INSERT INTO t (v) VALUES ('abcdef')} into a VARCHAR(3). */
  STRING_TOO_LONG("22001", "value too long for type %s"),
  /** {@code SELECT 'a' LIKE 'b' ESCAPE 'cc'}. */
  INVALID_ESCAPE("22019", "invalid escape string"),
  /** {@code SELECT 'a' LIKE 'b\'}. */
  INVALID_ESCAPE_SEQUENCE("22025", "LIKE pattern must not end with escape character"),
  /** {@code SELECT substring('abc' FROM 1 FOR -1)}. */
  SUBSTRING_ERROR("22011", "negative substring length not allowed"),
  /** {@code SELECT ln(0)}. */
  INVALID_LOGARITHM_ARGUMENT("2201E", "cannot take logarithm of %s"),
  /** {@code SELECT sqrt(-1)}. */
  INVALID_POWER_ARGUMENT("2201F", "%s"),
  /** {@code SELECT date_trunc('fortnight', now())}. */
  INVALID_ARGUMENT("22023", "%s"),
  /** {@code SELECT a FROM t LIMIT -1}. */
  INVALID_LIMIT("2201W", "LIMIT must not be negative"),
  /** {@code SELECT a FROM t OFFSET -1}. */
  INVALID_OFFSET("2201X", "OFFSET must not be negative"),
  /** {@code COPY t FROM 'bad.csv'}. */
  BAD_COPY_FORMAT("22P04", "%s"),
  /** {@code INSERT INTO t (a) VALUES (NULL)} where a is NOT NULL. */
  NOT_NULL_VIOLATION(
      "23502", "null value in column \"%s\" of table \"%s\" violates not-null constraint"),
  /** {@code INSERT INTO t VALUES (1)} twice. */
  UNIQUE_VIOLATION(
      "23505", "duplicate key value violates the primary key of table \"%s\": (%s) already exists"),
  /** {@code ResultSet.getInt(1)} in front of the first row. */
  INVALID_CURSOR_STATE("24000", "%s"),
  /** {@code COMMIT} inside {@code BEGIN BATCH}, or a statement that the transaction forbids. */
  INVALID_TRANSACTION_STATE("25000", "%s"),
  /** Any statement after a deadlock has rolled the transaction back; COMMIT too. */
  TRANSACTION_ABORTED(
      "25P02", "current transaction was rolled back because of a deadlock; end it with ROLLBACK"),
  /** {@code INSERT …} in a read-only transaction or on a read-only database. */
  READ_ONLY("25006", "cannot execute %s in a read-only %s"),
  /** {@code ROLLBACK TO missing}. */
  UNDEFINED_SAVEPOINT("3B001", "savepoint \"%s\" does not exist"),
  /** A row changed since this transaction's snapshot. */
  SERIALIZATION_FAILURE("40001", "could not serialize access due to concurrent update"),
  /** Two transactions that wait for each other's rows. */
  DEADLOCK("40P01", "deadlock detected"),
  /** {@code SELECT … FOR UPDATE NOWAIT}, or a wait longer than {@code lock_timeout}. */
  LOCK_NOT_AVAILABLE("55P03", "could not obtain lock on row in table \"%s\""),
  /** A statement that was cancelled. */
  QUERY_CANCELED("57014", "canceling statement due to %s"),
  /** A use of something that was closed. */
  CLOSED("55000", "%s is closed"),
  /** {@code COPY t FROM '/etc/passwd'} without {@code file_access=true}. */
  INSUFFICIENT_PRIVILEGE("42501", "%s"),
  /** {@code SELECT repeat('x', 2000000000)}. */
  PROGRAM_LIMIT_EXCEEDED("54000", "%s"),
  /** A query that needs more than {@code memory_limit}. */
  OUT_OF_MEMORY("53200", "%s"),
  /** A transaction that writes more than one write batch can hold. */
  LIMIT_EXCEEDED("54000", "%s"),
  /** A disk that is full. */
  DISK_FULL("53100", "no space left on device: %s"),
  /** A directory that another process holds. */
  DATABASE_LOCKED("55006", "%s"),
  /** A directory, file or device that does not answer. */
  IO_ERROR("58030", "%s"),
  /** A file that does not exist. */
  UNDEFINED_FILE("58P01", "%s"),
  /** An option of a URL or of {@code OPTIONS (…)} with a bad value. */
  INVALID_OPTION("22023", "invalid value for option \"%s\": \"%s\" (%s)"),
  /** A URL that is not Gabbro's form. */
  INVALID_URL("22023", "invalid database URL \"%s\": %s"),
  /** The storage engine reports an error. */
  BACKEND("58000", "storage error: %s"),
  /** Files of the store that are damaged: a checksum that differs, a list of files that is gone. */
  DATABASE_CORRUPTED("XX001", "storage is damaged: %s"),
  /** Stored bytes of a row that do not decode. */
  DATA_CORRUPTED("XX001", "table \"%s\", key %s: %s"),
  /** Stored bytes of a key that do not decode. */
  KEY_CORRUPTED("XX002", "table \"%s\": key %s does not decode: %s"),
  /** A directory written by a newer Gabbro. */
  UNSUPPORTED_FORMAT("58P02", "%s"),
  /** A value that its serializer refuses. */
  SERIALIZATION("22P03", "%s"),
  /** A state that the engine believes impossible. */
  INTERNAL("XX000", "internal error: %s");

  private final String sqlState;
  private final String template;

  ErrorCode(String sqlState, String template) {
    this.sqlState = sqlState;
    this.template = template;
  }

  /** The five characters of the SQLSTATE. */
  public String sqlState() {
    return sqlState;
  }

  /** The message: the template filled with {@code arguments}. */
  String message(Object... arguments) {
    return arguments.length == 0
        ? template
        : String.format(java.util.Locale.ROOT, template, arguments);
  }
}
