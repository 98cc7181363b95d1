package io.gabbro.storage.rocksdb.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the table files go of which the list of files tells, also of those that are no longer
 * there: compactions may take the sequence numbers out of what they write.
 */
final class FlushedChanges {
  /**
   * Table files that one record of the list adds.
   *
   * @param log the first log with changes of the column family that are not in them or others; -1
   *     when the record does not say
   */
  private record Flush(int family, long log, long largest) {}

  private final List<Flush> flushes = new ArrayList<>();
  private final Map<Integer, String> names = new HashMap<>();
  private boolean unknown;

  /** Takes a record of the list. */
  void add(EditReader edit) {
    if (edit.name() != null) {
      names.put(edit.family(), edit.name());
    }
    if (edit.isDrop()) {
      flushes.removeIf(flush -> flush.family() == edit.family());
    } else if (edit.largestInFiles() >= 0) {
      flushes.add(new Flush(edit.family(), edit.log(), edit.largestInFiles()));
    }
  }

  /** Some of the list was not understood. */
  void addUnknown() {
    unknown = true;
  }

  /**
   * Whether table files have changes behind the last one that is left of the logs; then the table
   * files and what is left are not a state that the database ever had.
   *
   * @param log the number of the log that has the first lost change
   * @param last the number of the last change that is left; negative when it is not known, which
   *     makes it the last one that was flushed before that log
   * @return what is ahead, in words; empty when nothing is
   */
  Optional<String> ahead(long log, long last) {
    if (unknown) {
      return Optional.of("the list of files holds what this version does not know");
    }
    long left = last >= 0 ? last : lastBefore(log);
    for (Flush flush : flushes) {
      if (flush.largest() > left) {
        String name = names.getOrDefault(flush.family(), "default");
        return Optional.of(
            "files of the column family \""
                + name
                + "\" go to change "
                + flush.largest()
                + ", what is left of the logs to change "
                + left);
      }
    }
    return Optional.empty();
  }

  private long lastBefore(long log) {
    return flushes.stream()
        .filter(flush -> flush.log() >= 0 && flush.log() <= log)
        .mapToLong(Flush::largest)
        .max()
        .orElse(0);
  }
}
