package io.gabbro.execution.aggregate;

import io.gabbro.vector.Selection;

/** The rows of a batch by group, where groups are few. Used again from batch to batch. */
final class GroupPartition {
  private static final int MAX_GROUPS = 16;

  private final Selection[] selections = new Selection[MAX_GROUPS];
  private final int[][] positions = new int[MAX_GROUPS][];
  private final int[] counts = new int[MAX_GROUPS];
  private int groupCount;

  /**
   * Parts rows.
   *
   * @param groups the group of each row, at its position
   * @param count the number of groups
   * @return false when there are so many groups that it is not worth it
   */
  boolean part(Selection rows, int[] groups, int count) {
    groupCount = 0;
    if (count > MAX_GROUPS || rows.count() < MAX_GROUPS * count) {
      return false;
    }
    for (int group = 0; group < count; group++) {
      if (selections[group] == null) {
        selections[group] = new Selection(0);
      }
      positions[group] = selections[group].startPositions(rows.count());
      counts[group] = 0;
    }
    fill(rows, groups);
    for (int group = 0; group < count; group++) {
      selections[group].setCount(counts[group]);
    }
    groupCount = count;
    return true;
  }

  private void fill(Selection rows, int[] groups) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        int group = groups[row];
        positions[group][counts[group]++] = row;
      }
    } else {
      int[] from = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = from[index];
        int group = groups[row];
        positions[group][counts[group]++] = row;
      }
    }
  }

  /** The number of groups; 0 when the rows were not parted. */
  int groupCount() {
    return groupCount;
  }

  /** The rows of a group, maybe none. */
  Selection rows(int group) {
    return selections[group];
  }
}
