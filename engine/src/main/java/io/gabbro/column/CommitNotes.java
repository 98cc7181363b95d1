package io.gabbro.column;

import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatchVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes all keys of the batch of a commit in the tables that they belong to. Not thread-safe. */
final class CommitNotes implements WriteBatchVisitor {
  private final List<TableColumns> tables;
  private final Set<RowGroup> due = new HashSet<>();

  /** Notes in these tables. */
  CommitNotes(Collection<TableColumns> tables) {
    this.tables = new ArrayList<>(tables);
  }

  /** The groups that are to be marked in the store by the same write. */
  Set<RowGroup> due() {
    return due;
  }

  @Override
  public void put(
      int family, byte[] bytes, int keyOffset, int keyLength, int valueOffset, int valueLength) {
    note(family, bytes, keyOffset, keyLength);
  }

  @Override
  public void delete(int family, byte[] bytes, int keyOffset, int keyLength) {
    note(family, bytes, keyOffset, keyLength);
  }

  private void note(int family, byte[] bytes, int offset, int length) {
    for (TableColumns table : tables) {
      if (table.family().id() == family) {
        table.note(bytes, offset, length, due);
      }
    }
  }

  @Override
  public void deleteRange(
      int family,
      byte[] bytes,
      int lowerOffset,
      int lowerLength,
      int upperOffset,
      int upperLength) {
    KeyRange range =
        new KeyRange(
            Arrays.copyOfRange(bytes, lowerOffset, lowerOffset + lowerLength),
            Arrays.copyOfRange(bytes, upperOffset, upperOffset + upperLength));
    for (TableColumns table : tables) {
      if (table.family().id() == family) {
        table.noteAll(range, due);
      }
    }
  }
}
