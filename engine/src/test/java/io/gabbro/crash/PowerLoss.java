package io.gabbro.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** Does to the files of a killed writer what a loss of power may do: the log loses its end. */
final class PowerLoss {
  private final Random random;

  PowerLoss(Random random) {
    this.random = random;
  }

  /**
   * Cuts the newest log, or overwrites its end by zeros or noise.
   *
   * @param synced what is on disk for sure
   * @return what was done, in words
   */
  String happen(Path directory, LogEnd synced) throws IOException {
    LogEnd end = LogEnd.of(directory);
    if (end.equals(LogEnd.NONE)) {
      return "there is no log";
    }
    long safe = end.number() == synced.number() ? synced.length() : 0;
    long kept = safe + (long) (random.nextDouble() * (end.length() - safe));
    byte[] tail = new byte[(int) (end.length() - kept)];
    int kind = random.nextInt(4);
    if (kind == 3) {
      random.nextBytes(tail);
    }
    try (FileChannel log =
        FileChannel.open(LogEnd.file(directory, end.number()), StandardOpenOption.WRITE)) {
      log.truncate(kept);
      if (kind >= 2) {
        log.write(ByteBuffer.wrap(tail), kept);
      }
    }
    String made = kind < 2 ? "cut" : kind == 2 ? "zeros" : "noise";
    return "log " + end.number() + ": " + made + " from byte " + kept + " of " + end.length();
  }
}
