package io.gabbro.function.aggregate;

import io.gabbro.function.GroupwiseAccumulator;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** An {@link ArgumentAccumulator} of one argument with a loop of its own for rows of one group. */
abstract class GroupwiseArgument extends ArgumentAccumulator implements GroupwiseAccumulator {
  @Override
  final void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    if (groups == null) {
      addToGroup(arguments[0], rows, 0);
    } else {
      addToGroups(arguments[0], rows, groups);
    }
  }

  @Override
  public final void addGroup(ColumnVector[] arguments, Selection rows, int group) {
    Selection present = withoutNulls(arguments[0], rows);
    if (present.count() > 0) {
      addToGroup(arguments[0], present, group);
    }
  }

  /** Adds values that are not NULL, at least one, to a group. */
  abstract void addToGroup(ColumnVector values, Selection rows, int group);

  /** Adds values that are not NULL, at least one, each to the group at its position. */
  abstract void addToGroups(ColumnVector values, Selection rows, int[] groups);
}
