package io.gabbro.execution.aggregate;

import io.gabbro.vector.CodedValues;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/**
 * Finds groups by the codes of dictionaries: as long as batches come from the same dictionaries,
 * the group of each combination of codes is looked up once. Belongs to one group table.
 */
final class CodedGroups {
  /** With more combinations most of them might come once only. */
  private static final int MAX_COMBINATIONS = 1024;

  private final CodedValues[] sources;
  private final int[] known = new int[MAX_COMBINATIONS];
  private final Selection one = new Selection(1);
  private int[] combined = new int[0];
  private int[] codes = new int[0];

  /** For a number of key columns, at least one. */
  CodedGroups(int keys) {
    sources = new CodedValues[keys];
  }

  /**
   * Finds or adds the groups of rows if all keys have dictionaries.
   *
   * @param groups set to the group of each row, at its position
   * @return false when the table has to be asked
   */
  boolean find(GroupTable table, ColumnVector[] keys, Selection rows, int[] groups) {
    if (!follow(keys)) {
      return false;
    }
    combine(keys, rows.end());
    int count = rows.count();
    int[] positions = rows.isAll() ? null : rows.positions();
    for (int index = 0; index < count; index++) {
      int row = positions == null ? index : positions[index];
      int group = known[combined[row]];
      groups[row] = group == GroupTable.UNKNOWN ? look(table, keys, row, groups) : group;
    }
    return true;
  }

  private int look(GroupTable table, ColumnVector[] keys, int row, int[] groups) {
    one.startPositions(1)[0] = row;
    one.setCount(1);
    table.find(keys, one, groups, true);
    known[combined[row]] = groups[row];
    return groups[row];
  }

  /** Turns to the dictionaries of the keys; says whether all have one and combinations are few. */
  private boolean follow(ColumnVector[] keys) {
    int combinations = 1;
    boolean isKnown = true;
    for (int index = 0; index < keys.length; index++) {
      CodedValues source = keys[index].coded();
      if (source == null || source.dictionarySize() >= MAX_COMBINATIONS) {
        return false;
      }
      combinations *= source.dictionarySize() + 1;
      if (combinations > MAX_COMBINATIONS) {
        return false;
      }
      isKnown &= source == sources[index];
    }
    if (!isKnown) {
      for (int index = 0; index < keys.length; index++) {
        sources[index] = keys[index].coded();
      }
      Arrays.fill(known, 0, combinations, GroupTable.UNKNOWN);
    }
    return true;
  }

  private void combine(ColumnVector[] keys, int end) {
    if (combined.length < end) {
      combined = new int[end];
      codes = new int[end];
    }
    sources[0].codes(keys[0].codedStart(), end, combined);
    for (int index = 1; index < keys.length; index++) {
      sources[index].codes(keys[index].codedStart(), end, codes);
      int factor = sources[index].dictionarySize() + 1;
      for (int row = 0; row < end; row++) {
        combined[row] = combined[row] * factor + codes[row];
      }
    }
  }
}
