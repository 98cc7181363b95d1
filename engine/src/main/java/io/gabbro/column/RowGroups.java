package io.gabbro.column;

import io.gabbro.storage.KeyRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Groups of one table, in the order of their keys, which do not overlap. Immutable. */
final class RowGroups {
  private static final RowGroups NONE = new RowGroups(List.of());

  private final RowGroup[] sorted;

  private RowGroups(List<RowGroup> groups) {
    sorted = groups.toArray(RowGroup[]::new);
    Arrays.sort(
        sorted, Comparator.comparing(group -> group.range().lower(), Arrays::compareUnsigned));
  }

  static RowGroups none() {
    return NONE;
  }

  static RowGroups of(List<RowGroup> groups) {
    return new RowGroups(groups);
  }

  List<RowGroup> asList() {
    return Arrays.asList(sorted);
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  /** These and others; groups of these that others overlap are left out. */
  RowGroups with(List<RowGroup> others) {
    List<RowGroup> all = new ArrayList<>(others);
    RowGroups added = new RowGroups(others);
    for (RowGroup group : sorted) {
      if (added.overlapping(group.range()).isEmpty()) {
        all.add(group);
      }
    }
    return new RowGroups(all);
  }

  /** The group to whose range a key belongs; null when there is none. */
  RowGroup find(byte[] bytes, int offset, int length) {
    int index = lastStartingAt(bytes, offset, offset + length);
    if (index < 0) {
      return null;
    }
    byte[] upper = sorted[index].range().upper();
    return Arrays.compareUnsigned(bytes, offset, offset + length, upper, 0, upper.length) < 0
        ? sorted[index]
        : null;
  }

  /**
   * Notes the write of a key in the group to which it belongs.
   *
   * @param due gets the group when it is to be marked in the store by the same write
   */
  void note(byte[] bytes, int offset, int length, Set<RowGroup> due) {
    RowGroup group = find(bytes, offset, length);
    if (group != null) {
      group.dirty().add(Arrays.copyOfRange(bytes, offset, offset + length));
      if (group.mark().isDue()) {
        due.add(group);
      }
    }
  }

  /** As {@link #note}, for all keys of a range. */
  void noteAll(KeyRange range, Set<RowGroup> due) {
    for (RowGroup group : overlapping(range)) {
      group.dirty().lose();
      if (group.mark().isDue()) {
        due.add(group);
      }
    }
  }

  /** The groups that have keys in common with a range, ascending. */
  List<RowGroup> overlapping(KeyRange range) {
    int first = 0;
    if (range.lower() != null) {
      first = lastStartingAt(range.lower(), 0, range.lower().length);
      boolean before =
          first < 0 || Arrays.compareUnsigned(sorted[first].range().upper(), range.lower()) <= 0;
      first += before ? 1 : 0;
    }
    int end = first;
    while (end < sorted.length
        && (range.upper() == null
            || Arrays.compareUnsigned(sorted[end].range().lower(), range.upper()) < 0)) {
      end++;
    }
    return Arrays.asList(sorted).subList(first, end);
  }

  /** The last group whose range starts at a key or before; -1 when there is none. */
  private int lastStartingAt(byte[] bytes, int from, int to) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      byte[] lower = sorted[middle].range().lower();
      if (Arrays.compareUnsigned(lower, 0, lower.length, bytes, from, to) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
