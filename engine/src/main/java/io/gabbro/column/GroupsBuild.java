package io.gabbro.column;

import io.gabbro.storage.KeyRange;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups that are being made of a range of keys. Writers of such keys note them here; from {@link
 * #publish} on they note them in the new groups too. Thread-safe.
 */
final class GroupsBuild {
  private final KeyRange range;
  private final DirtyKeys dirty;
  private volatile RowGroups made = RowGroups.none();

  GroupsBuild(KeyRange range, int dirtyLimit) {
    this.range = range;
    dirty = new DirtyKeys(dirtyLimit);
  }

  KeyRange range() {
    return range;
  }

  RowGroups made() {
    return made;
  }

  void publish(List<RowGroup> groups) {
    made = RowGroups.of(groups);
  }

  /** Whether so much was written meanwhile that the groups are of no use. */
  boolean isLost() {
    return dirty.isLost();
  }

  /** As {@link RowGroups#note}, for a key of the range. */
  void note(byte[] bytes, int offset, int length, Set<RowGroup> due) {
    dirty.add(Arrays.copyOfRange(bytes, offset, offset + length));
    made.note(bytes, offset, length, due);
  }

  /** As {@link RowGroups#noteAll}. */
  void noteAll(KeyRange keys, Set<RowGroup> due) {
    dirty.lose();
    made.noteAll(keys, due);
  }

  /** Notes in the new groups, which are not stored yet, what was written while they were made. */
  void passOnDirtyKeys() {
    Set<RowGroup> due = new HashSet<>();
    for (byte[] key : dirty.toArray()) {
      made.note(key, 0, key.length, due);
    }
  }
}
