package io.gabbro.storage.rocksdb.log;

import java.util.List;
import java.util.Optional;

/**
 * What the logs of a directory are like.
 *
 * @param damage the first damage, if there is one
 * @param torn the logs that end with what is no whole record, when there is no damage
 */
public record LogFindings(Optional<LogDamage> damage, List<TornLog> torn) {
  /** Copies the list. */
  public LogFindings {
    torn = List.copyOf(torn);
  }
}
