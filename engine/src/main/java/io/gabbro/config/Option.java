package io.gabbro.config;

import java.util.Locale;
import java.util.Optional;

/**
 * An option: a key of a URL, of {@code Properties}, of {@code GabbroDataSource}, and, where its
 * scope allows it, of {@code SET}.
 */
public enum Option {
  /** How the directory is opened. */
  MODE(
      "mode",
      "readwrite",
      Scope.DATABASE,
      OptionKind.choice("readwrite", "readonly", "secondary"),
      "readwrite; readonly (the state at opening, beside a writer or not); secondary (follows a live"
          + " writer)"),
  /** What an open does with a damaged log. */
  RECOVERY(
      "recovery",
      "strict",
      Scope.DATABASE,
      OptionKind.choice("strict", "truncate"),
      "what an open does with a damaged write-ahead log: strict refuses it; truncate goes on with the"
          + " changes before the damage, and warns of what that loses"),
  /** What a commit waits for. */
  DURABILITY(
      "durability",
      "sync",
      Scope.SESSION,
      OptionKind.choice("sync", "os", "none"),
      "what a commit waits for: the disk (sync), the operating system (os), nothing (none, in a"
          + " database that was opened with it: about the last second can be lost)"),
  /** Bytes that the sorts, groups and results of one statement may take. */
  MEMORY_LIMIT(
      "memory_limit",
      "256MB",
      Scope.SESSION,
      OptionKind.BYTES,
      "memory for the sorts and groups of one statement; beyond it they spill to files"),
  /** How long a statement may run. */
  STATEMENT_TIMEOUT(
      "statement_timeout",
      "0",
      Scope.SESSION,
      OptionKind.DURATION,
      "how long a statement may run; 0 means without end"),
  /** How long a statement may run before it is logged. */
  SLOW_QUERY_LOG(
      "slow_query_log",
      "0",
      Scope.SESSION,
      OptionKind.DURATION,
      "statements that run that long are logged, to the logger io.gabbro.slow; 0 means none"),
  /** How long a statement waits for a row lock. */
  LOCK_TIMEOUT(
      "lock_timeout",
      "10s",
      Scope.SESSION,
      OptionKind.DURATION,
      "how long a statement waits for a row lock; 0 means without end"),
  /** The isolation of new transactions. */
  TRANSACTION_ISOLATION(
      "transaction_isolation",
      "read committed",
      Scope.SESSION,
      OptionKind.choice("read committed", "repeatable read", "serializable"),
      "the isolation of transactions that start from now on"),
  /** The time zone of conversions between local and absolute times. */
  TIME_ZONE(
      "time_zone",
      "system",
      Scope.SESSION,
      OptionKind.TIME_ZONE,
      "the zone of conversions between local and absolute times; system means the JVM's"),
  /** What a scan does with a row that does not decode. */
  ON_BAD_ROW(
      "on_bad_row",
      "error",
      Scope.SESSION,
      OptionKind.choice("error", "skip"),
      "what a scan does with a row that does not decode: stop with an error, or skip and count it"),
  /** Whether SQL may read and write files. */
  FILE_ACCESS(
      "file_access",
      "false",
      Scope.CONNECTION,
      OptionKind.BOOLEAN,
      "whether COPY and statements about backups may read and write files of this machine"),
  /** The classes of objects that mapped tables may hold. */
  FORY_CLASSES(
      "fory_classes",
      "",
      Scope.CONNECTION,
      OptionKind.TEXT,
      "classes whose objects tables USING fory may hold, each with a number of its own:"
          + " com.acme.User=100,com.acme.Address=101; not in a URL"),
  /** Where tables lie that were made in a database that is only read. */
  MAPPINGS(
      "mappings",
      "",
      Scope.DATABASE,
      OptionKind.TEXT,
      "a file for the mapped tables that are made, which then do not lie in the directory; without"
          + " it those made in mode=readonly or secondary are forgotten when the database is"
          + " closed"),
  /** Threads that scans of one database share. */
  THREADS(
      "threads",
      "0",
      Scope.DATABASE,
      OptionKind.INTEGER,
      "threads that the scans of a database share; 0 means one for each processor"),
  /** Whether scans use column segments. */
  SEGMENTS(
      "segments",
      "on",
      Scope.SESSION,
      OptionKind.choice("on", "off"),
      "whether columnar copies of rows are kept, from which scans read what has not changed since"),
  /** Heap for column segments. */
  SEGMENT_CACHE(
      "segment_cache",
      "0",
      Scope.DATABASE,
      OptionKind.BYTES,
      "memory, on the Java heap, for column segments; 0 means a quarter of the heap's greatest size"),
  /** Rows of a column segment. */
  SEGMENT_ROWS(
      "segment_rows",
      "16384",
      Scope.DATABASE,
      OptionKind.INTEGER,
      "rows of a column segment; tables with fewer rows have none"),
  /** Memory for uncompressed blocks of the store. */
  BLOCK_CACHE(
      "block_cache",
      "512MB",
      Scope.DATABASE,
      OptionKind.BYTES,
      "memory, outside the Java heap, for blocks that were read from disk"),
  /** Memory for writes that are not in a file yet. */
  WRITE_BUFFER(
      "write_buffer",
      "32MB",
      Scope.DATABASE,
      OptionKind.BYTES,
      "memory, outside the Java heap, of one memory table of the store");

  /** Where an option may be set. */
  public enum Scope {
    /** By whoever opens the database first. */
    DATABASE,
    /** By the application that opens a connection, not by SQL. */
    CONNECTION,
    /** By the connection, and later by SET. */
    SESSION
  }

  private final String key;
  private final String defaultValue;
  private final Scope scope;
  private final OptionKind kind;
  private final String description;

  Option(String key, String defaultValue, Scope scope, OptionKind kind, String description) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.scope = scope;
    this.kind = kind;
    this.description = description;
  }

  /** The option of that name, in any case. */
  public static Optional<Option> find(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    for (Option option : values()) {
      if (option.key.equals(folded)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  /** Its name in URLs and SQL. */
  public String key() {
    return key;
  }

  /** Its value where nobody sets it. */
  public String defaultValue() {
    return defaultValue;
  }

  /** Where it may be set. */
  public Scope scope() {
    return scope;
  }

  /** What values it takes. */
  public OptionKind kind() {
    return kind;
  }

  /** Its meaning, in a line. */
  public String description() {
    return description;
  }
}
