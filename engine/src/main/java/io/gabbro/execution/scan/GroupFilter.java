package io.gabbro.execution.scan;

import io.gabbro.column.segment.DictionarySegment;
import io.gabbro.column.segment.Segment;
import io.gabbro.column.segment.WordSegment;
import io.gabbro.execution.expression.WordRange;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/**
 * A condition of a scan over one group: where there is a way, it is judged by the bounds of a
 * segment, or on encoded values, or once for each value of a dictionary.
 */
final class GroupFilter {
  private final ScanStages.Stage stage;
  private final WordRange range;
  private final WordSegment words;
  private final DictionarySegment dictionary;
  private final boolean[] matching;
  private final boolean canMatch;

  private GroupFilter(
      ScanStages.Stage stage,
      WordRange range,
      WordSegment words,
      DictionarySegment dictionary,
      boolean[] matching,
      boolean canMatch) {
    this.stage = stage;
    this.range = range;
    this.words = words;
    this.dictionary = dictionary;
    this.matching = matching;
    this.canMatch = canMatch;
  }

  /**
   * A condition over a group.
   *
   * @param segments by position in the batch
   * @param batch the batch of the scan, whose columns tell how many there are
   */
  static GroupFilter of(ScanStages.Stage stage, Segment[] segments, RowBatch batch) {
    if (stage.needed().length != 1) {
      return new GroupFilter(stage, null, null, null, null, true);
    }
    Segment segment = segments[stage.needed()[0]];
    WordRange range = stage.condition().wordRange();
    if (range != null && segment instanceof WordSegment words) {
      return new GroupFilter(stage, range, words, null, null, range.canMatch(segment.bounds()));
    }
    if (stage.isSafe() && segment instanceof DictionarySegment dictionary) {
      boolean[] matching = new boolean[dictionary.dictionarySize()];
      boolean any = matches(stage, dictionary.dictionary(), matching, batch);
      return segment.nullCount() > 0 && selectsNull(stage, segment, batch)
          ? new GroupFilter(stage, null, null, null, null, true)
          : new GroupFilter(stage, null, null, dictionary, matching, any);
    }
    return new GroupFilter(stage, null, null, null, null, true);
  }

  private static boolean selectsNull(ScanStages.Stage stage, Segment segment, RowBatch batch) {
    ColumnVector value = ColumnVector.allocate(segment.kind(), 1);
    value.setNull(0);
    ColumnVector[] columns = new ColumnVector[batch.columnCount()];
    columns[stage.needed()[0]] = value;
    Selection matches = new Selection(1);
    stage.condition().select(new RowBatch(columns, matches), Selection.ofAll(1), matches);
    return matches.count() > 0;
  }

  /** Judges each value of a dictionary; says whether one matches. */
  private static boolean matches(
      ScanStages.Stage stage, ColumnVector values, boolean[] matching, RowBatch batch) {
    ColumnVector[] columns = new ColumnVector[batch.columnCount()];
    columns[stage.needed()[0]] = values;
    Selection matches = new Selection(matching.length);
    stage
        .condition()
        .select(new RowBatch(columns, matches), Selection.ofAll(matching.length), matches);
    for (int index = 0; index < matches.count(); index++) {
      matching[matches.position(index)] = true;
    }
    return matches.count() > 0;
  }

  ScanStages.Stage stage() {
    return stage;
  }

  /** False when no row of the group matches. */
  boolean canMatch() {
    return canMatch;
  }

  /**
   * Keeps the rows that match, without decoding anything.
   *
   * @param start the row of the group that position 0 is
   * @param rows the rows to look at; changed when the answer is true
   * @return false when the values have to be decoded first
   */
  boolean select(int start, Selection rows) {
    if (words == null && dictionary == null) {
      return false;
    }
    if (words != null) {
      select(words, range, start, rows);
      return true;
    }
    int count = rows.count();
    int[] from = rows.isAll() ? null : rows.positions();
    int[] target = rows.startPositions(count);
    rows.setCount(dictionary.select(matching, start, from, count, target));
    return true;
  }

  /** Keeps the rows whose words lie in a range. */
  static void select(WordSegment words, WordRange range, int start, Selection rows) {
    int count = rows.count();
    int[] from = rows.isAll() ? null : rows.positions();
    int[] target = rows.startPositions(count);
    rows.setCount(
        words.inRange(range.lower(), range.upper(), range.wanted(), start, from, count, target));
  }
}
