package io.gabbro.storage.rocksdb.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads the list of files and the write-ahead logs of a directory before RocksDB does, which would
 * go on without a word with what is in front of a damaged record. What is not valid at the very end
 * is what a crash leaves: a commit that was never acknowledged. Damage with valid records behind it
 * is something else.
 */
public final class LogCheck {
  private static final int ATTEMPTS = 5;

  private LogCheck() {}

  /**
   * Reads the list of files once, and all logs that hold changes which no table file has.
   *
   * @param logsAll whether every change has been logged, so that a gap between the last change of
   *     the list of files and the first one of the logs is a loss
   * @return what they are like; a damage is told when it is still there at a second look: what
   *     another process is writing may be seen half
   */
  public static LogFindings of(Path directory, boolean logsAll) throws IOException {
    LogFindings seen = null;
    for (int attempt = 1; ; attempt++) {
      try {
        LogFindings findings = LiveLogs.read(directory).judge(logsAll);
        if (!findings.isDamaged() || attempt == ATTEMPTS || findings.hasSameDamageAs(seen)) {
          return findings;
        }
        seen = findings;
      } catch (NoSuchFileException e) {
        // The process that writes the directory has deleted a log meanwhile.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /**
   * The damage of a log that is missing, or ends before its end: all that it has is left, and what
   * the logs behind it have is lost.
   */
  public static LogDamage incomplete(Path directory, long number) throws IOException {
    return LiveLogs.read(directory).incomplete(number);
  }
}
