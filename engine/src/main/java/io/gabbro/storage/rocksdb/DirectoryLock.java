package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right of one process, and of one database object in it, to write a directory: a lock on the
 * file {@value #FILE_NAME}, whose text says who holds it. The operating system gives the lock back
 * when the process ends, however it ends; the file stays.
 *
 * <p>The lock lies on one byte far behind the text, so that others can read the text where locks
 * are mandatory.
 */
final class DirectoryLock implements AutoCloseable {
  static final String FILE_NAME = "gabbro.lock";

  private static final long LOCKED_BYTE = 1L << 40;
  private static final Pattern PID = Pattern.compile("^pid=(\\d+)$", Pattern.MULTILINE);

  /**
   * The directories that this process holds. Looked at first: the operating system drops a lock
   * when its process closes any descriptor of the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock of an existing directory.
   *
   * @throws GabbroException {@code DATABASE_LOCKED} when somebody else holds it, {@code IO_ERROR}
   *     when the file cannot be written
   */
  static DirectoryLock acquire(Path directory) {
    Path real;
    try {
      real = directory.toRealPath();
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read \"" + directory + "\"");
    }
    if (!HELD.add(real)) {
      throw lockedBy("this process, with another database object", directory);
    }
    try {
      return acquireFile(real, directory);
    } catch (RuntimeException | Error e) {
      HELD.remove(real);
      throw e;
    }
  }

  private static DirectoryLock acquireFile(Path real, Path directory) {
    Path file = real.resolve(FILE_NAME);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw lockedBy(holder(file), directory);
      }
      String text =
          "pid="
              + ProcessHandle.current().pid()
              + "\nstarted="
              + Instant.now().truncatedTo(ChronoUnit.SECONDS)
              + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
      FileChannel held = channel;
      channel = null;
      return new DirectoryLock(real, held);
    } catch (OverlappingFileLockException e) {
      throw lockedBy("this process, with another copy of Gabbro", directory);
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot lock \"" + file + "\"");
    } finally {
      closeQuietly(channel);
    }
  }

  /** The error of a directory that RocksDB finds locked although Gabbro's own lock was free. */
  static GabbroException lockedByForeigner(Path directory) {
    return lockedBy("a program other than Gabbro", directory);
  }

  private static String holder(Path file) throws IOException {
    Matcher matcher = PID.matcher(Files.readString(file, UTF_8));
    Optional<String> pid = matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    return pid.map(number -> "the process with PID " + number).orElse("another process");
  }

  private static GabbroException lockedBy(String holder, Path directory) {
    return new GabbroException(
            ErrorCode.DATABASE_LOCKED,
            "the database directory \"" + directory + "\" is in use by " + holder)
        .withHint(
            "Open it with mode=readonly to see its present state, or with mode=secondary to follow"
                + " what is written to it.");
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
    } catch (IOException e) {
      // The text is for people only: a stale one says nothing false while nobody holds the lock.
    }
    closeQuietly(channel);
    HELD.remove(directory);
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // Nothing is lost: the operating system closes it with the process.
      }
    }
  }
}
