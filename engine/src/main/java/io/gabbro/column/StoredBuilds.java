package io.gabbro.column;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.Collection;
import java.util.List;

/**
 * Brings groups to the store that were made, and takes those out that are given up: before commits
 * stop to mark them. Thread-safe.
 */
final class StoredBuilds {
  private static final System.Logger LOG = System.getLogger("io.gabbro.column");

  private final StoredGroups stored;
  private final CommitFence commits;

  StoredBuilds(StoredGroups stored, CommitFence commits) {
    this.stored = stored;
    this.commits = commits;
  }

  /**
   * Stores those of some groups that nobody has written to. First commits are made to mark them;
   * when all that do not know that have ended, a group without dirty keys is true of the rows, and
   * whoever changes them later leaves a mark, be it in front of the group or behind it.
   *
   * @param groups groups that the table has
   * @param check is run now and then, and may throw to end the work
   */
  void store(TableColumns table, List<RowGroup> groups, Runnable check) {
    List<RowGroup> clean = groups.stream().filter(StoredBuilds::isClean).toList();
    if (clean.isEmpty() || !stored.canStore(table.table())) {
      return;
    }
    stored.prepare();
    clean.forEach(group -> group.mark().require());
    commits.await(check);
    for (RowGroup group : clean) {
      check.run();
      store(table, group);
    }
  }

  private synchronized void store(TableColumns table, RowGroup group) {
    if (isClean(group) && !table.isRetired()) {
      try {
        stored.store(table, group);
      } catch (GabbroException e) {
        if (e.code() != ErrorCode.LIMIT_EXCEEDED) {
          throw e;
        }
        LOG.log(System.Logger.Level.DEBUG, "a group of rows is too large to be stored", e);
      }
    }
  }

  private static boolean isClean(RowGroup group) {
    return group.dirtyKeys() == 0 && !group.isLost();
  }

  /**
   * Deletes groups from the store that will not be marked any more.
   *
   * @throws GabbroException when that fails
   */
  void delete(Collection<RowGroup> groups) {
    stored.delete(groups);
  }

  /**
   * Drops all groups of a table, also from the store.
   *
   * @throws GabbroException when that fails
   */
  void drop(TableColumns table) {
    stored.delete(table.groups().asList());
    table.clear();
  }

  /**
   * Deletes the groups of a table from the store, and lets nobody make or store others.
   *
   * @return whether that has succeeded: if not, commits have to mark them further on
   */
  synchronized boolean retire(TableColumns table) {
    table.retire();
    try {
      stored.delete(table.groups().asList());
      return true;
    } catch (GabbroException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot delete column segments", e);
      return false;
    }
  }
}
