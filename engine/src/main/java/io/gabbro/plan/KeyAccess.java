package io.gabbro.plan;

import java.util.List;
import java.util.Optional;

/**
 * The part of a table that a scan has to read: a union of key ranges, given by expressions without
 * columns, so that they are known once the parameters are. The ranges may overlap; the scan orders
 * and merges them.
 *
 * @param ranges the ranges; a single one without conditions is the whole table
 */
public record KeyAccess(List<Range> ranges) {
  /** Copies the list. */
  public KeyAccess {
    ranges = List.copyOf(ranges);
  }

  /** The whole table. */
  public static KeyAccess all() {
    return new KeyAccess(List.of(new Range(List.of(), Optional.empty(), Optional.empty())));
  }

  /** Whether it is the whole table. */
  public boolean isAll() {
    return ranges.size() == 1
        && ranges.get(0).equal().isEmpty()
        && ranges.get(0).lower().isEmpty()
        && ranges.get(0).upper().isEmpty();
  }

  /**
   * Keys whose leading columns equal some values and whose next column lies between bounds. A NULL
   * value or bound makes it empty.
   *
   * @param equal values of the leading columns, of their types
   * @param lower the lower bound of the next column
   * @param upper the upper bound of the next column
   */
  public record Range(List<BoundExpression> equal, Optional<Bound> lower, Optional<Bound> upper) {
    /** Copies the list. */
    public Range {
      equal = List.copyOf(equal);
    }
  }

  /** A bound, of the column's type, in SQL order (also when the key lies in descending order). */
  public record Bound(BoundExpression value, boolean inclusive) {}
}
