package io.gabbro.benchmarks.compare;

import java.util.Locale;

/** What is measured, in the order in which it runs. */
enum Workload {
  LOAD("batch load, all rows", Kind.LOAD),
  OPEN("open to first row", Kind.OPEN),
  POINT_READ("point read by key", Kind.POINT),
  RANGE_SCAN("range scan of 1,000 rows", Kind.POINT),
  COUNT("COUNT(*)", Kind.QUERY),
  FILTER_SUM("filter + sum (Q6)", Kind.QUERY),
  GROUPS("eight aggregates in groups (Q1)", Kind.QUERY),
  LIKE("LIKE '%furious%'", Kind.QUERY),
  TOP("top 10 of all", Kind.QUERY),
  MANY_GROUPS("GROUP BY with 10,000 groups", Kind.QUERY),
  POINT_UPDATE("point update, committed", Kind.POINT),
  FILTER_SUM_UPDATED("filter + sum after the updates", Kind.QUERY),
  COMMIT_1("synced commit, 1 thread", Kind.COMMIT),
  COMMIT_8("synced commits, 8 threads", Kind.COMMIT),
  COMMIT_32("synced commits, 32 threads", Kind.COMMIT);

  /** How a workload is repeated and timed. */
  enum Kind {
    /** Once, in a process of its own. */
    LOAD,
    /** Once per process, in several processes. */
    OPEN,
    /** Thousands of short calls, each with the next sample, each timed. */
    POINT,
    /** The same statement again and again; the first run is kept apart. */
    QUERY,
    /**
     * Threads that change rows of a table of their own kind and wait for the disk, for some
     * seconds; what counts is the time a commit, all threads together.
     */
    COMMIT
  }

  private final String title;
  private final Kind kind;

  Workload(String title, Kind kind) {
    this.title = title;
    this.kind = kind;
  }

  String title() {
    return title;
  }

  Kind kind() {
    return kind;
  }

  /** The name on the command line and in reports. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The workload with this {@link #id}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Workload of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
