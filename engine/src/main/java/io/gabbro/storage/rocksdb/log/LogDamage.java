package io.gabbro.storage.rocksdb.log;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A log from which changes are missing that others follow.
 *
 * @param what what is the matter with it, in words that follow its name
 * @param file the log
 * @param offset where the first record that is not whole begins
 * @param lostBytes the bytes of logs from there on
 * @param lostRecords the commits that are known to lie there
 * @param later the logs behind it
 * @param obstacle why what is in front of the damage, with the table files, is not a state that the
 *     database ever had, if it is not
 */
public record LogDamage(
    String what,
    Path file,
    long offset,
    long lostBytes,
    long lostRecords,
    List<Path> later,
    Optional<String> obstacle) {

  /** The way out. */
  public static final String HINT =
      "recovery=truncate opens the database with the changes before the damage, and only those";

  /** The refusal to go on as if nothing had been lost, or to go on at all. */
  public GabbroException refusal() {
    return new GabbroException(
            ErrorCode.DATABASE_CORRUPTED,
            "the log \"" + file + "\" " + what + "; commits that lie behind: " + lostRecords)
        .withHint(
            obstacle
                .map(why -> "recovery=truncate would mix two states: " + why + "; restore a backup")
                .orElse(HINT));
  }
}
