package io.gabbro.storage.rocksdb.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cuts damaged logs; what is cut off stays beside them in files that RocksDB does not look at. */
public final class LogRepair {
  private static final System.Logger LOGGER = System.getLogger(LogRepair.class.getName());
  private static final String KEPT = ".damaged";

  private LogRepair() {}

  /**
   * Leaves of the logs of a directory what is in front of a damage, and warns of what that loses. A
   * crash in the midst of it loses nothing else.
   */
  public static void truncate(LogDamage damage) throws IOException {
    LOGGER.log(
        System.Logger.Level.WARNING,
        "the log \"{0}\" {1}; {2} bytes and {3} commits behind that are lost (recovery=truncate); the"
            + " files as they were are kept with the suffix {4}",
        damage.file(),
        damage.what(),
        Long.toString(damage.lostBytes()),
        Long.toString(damage.lostRecords()),
        KEPT);
    List<Path> lastFirst = new ArrayList<>(damage.later());
    Collections.reverse(lastFirst);
    for (Path log : lastFirst) {
      Files.move(log, kept(log));
    }
    if (!damage.later().contains(damage.file()) && Files.exists(damage.file())) {
      cut(damage.file(), damage.offset());
    }
  }

  private static void cut(Path log, long length) throws IOException {
    Path copy = kept(log);
    Files.copy(log, copy);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
  }

  /** A name that no earlier repair has given. */
  private static Path kept(Path log) {
    Path kept = log.resolveSibling(log.getFileName() + KEPT);
    for (int number = 2; Files.exists(kept); number++) {
      kept = log.resolveSibling(log.getFileName() + KEPT + number);
    }
    return kept;
  }
}
