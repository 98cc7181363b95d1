package io.gabbro.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a statement does with stored rows that do not decode, and which it has met. Thread-safe: the
 * workers of a scan share it.
 */
public final class BadRows {
  /** The option {@code on_bad_row}. */
  public enum Policy {
    /** The statement fails. */
    ERROR,
    /** The row is left out and counted. */
    SKIP
  }

  private record Skipped(long count, String firstProblem) {}

  private final Policy policy;
  private final Map<String, Skipped> skipped = new LinkedHashMap<>();

  /** Nothing was met yet. */
  public BadRows(Policy policy) {
    this.policy = policy;
  }

  /** What to do. */
  public Policy policy() {
    return policy;
  }

  /**
   * Counts rows that were left out.
   *
   * @param table the table
   * @param rows how many
   * @param firstProblem key and problem of the first of them
   */
  public synchronized void skip(String table, int rows, String firstProblem) {
    skipped.merge(
        table,
        new Skipped(rows, firstProblem),
        (old, added) -> new Skipped(old.count + added.count, old.firstProblem));
  }

  /** The number of rows that were left out. */
  public synchronized long skippedRows() {
    return skipped.values().stream().mapToLong(Skipped::count).sum();
  }

  /** One line a table, for the user; empty when no row was left out. */
  public synchronized List<String> warnings() {
    List<String> lines = new ArrayList<>();
    skipped.forEach(
        (table, rows) ->
            lines.add(
                "skipped "
                    + rows.count
                    + (rows.count == 1 ? " row" : " rows")
                    + " of table \""
                    + table
                    + "\" that could not be decoded; the first: "
                    + rows.firstProblem));
    return lines;
  }
}
