package io.gabbro.execution.scan;

import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The keys that a scan looks at, in ascending order and without overlap: either ranges, or single
 * keys when all of them are known.
 *
 * @param ranges the ranges; empty when there are points
 * @param points the single keys; empty when there are ranges
 */
public record ScanKeys(List<KeyRange> ranges, List<byte[]> points) {
  /** Copies the lists. */
  public ScanKeys {
    ranges = List.copyOf(ranges);
    points = List.copyOf(points);
  }

  /** Whether there is nothing to look at. */
  public boolean isEmpty() {
    return ranges.isEmpty() && points.isEmpty();
  }

  /** The single keys in an order. */
  List<byte[]> pointsIn(Direction direction) {
    if (direction == Direction.FORWARD || points.size() < 2) {
      return points;
    }
    List<byte[]> reversed = new ArrayList<>(points);
    Collections.reverse(reversed);
    return reversed;
  }
}
