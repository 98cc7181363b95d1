package io.gabbro.storage.rocksdb.log;

import java.util.List;
import java.util.Optional;

/**
 * What the list of files and the logs of a directory are like.
 *
 * @param unreadableList what of the list of files is damaged, if anything is; the logs were not
 *     read then
 * @param damage the first damage of the logs, if there is one
 * @param torn the logs that end with what is no whole record, when there is no damage
 */
public record LogFindings(
    Optional<TornLog> unreadableList, Optional<LogDamage> damage, List<TornLog> torn) {
  /** Copies the list. */
  public LogFindings {
    torn = List.copyOf(torn);
  }

  /** Whether there is more than an end that is not finished. */
  boolean isDamaged() {
    return unreadableList.isPresent() || damage.isPresent();
  }

  /** Whether these are damaged where others were; false for null. */
  boolean hasSameDamageAs(LogFindings others) {
    return others != null
        && unreadableList.equals(others.unreadableList)
        && damage.map(LogDamage::file).equals(others.damage.map(LogDamage::file))
        && damage.map(LogDamage::offset).equals(others.damage.map(LogDamage::offset));
  }
}
