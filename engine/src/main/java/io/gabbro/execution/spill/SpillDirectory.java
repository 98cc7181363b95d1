package io.gabbro.execution.spill;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * The directory that temporary files are made in. Thread-safe. Files are deleted when the operator
 * that made them is closed; what a crash has left is removed by {@link #deleteLeftovers}.
 */
public final class SpillDirectory implements AutoCloseable {
  private static final String SUFFIX = ".spill";
  private static final SpillDirectory NONE = new SpillDirectory(null, false);

  private final boolean isTemporary;
  private final LongAdder writtenBytes = new LongAdder();

  /** Null when no files can be made, and for a temporary directory before its first file. */
  private Path directory;

  private SpillDirectory(Path directory, boolean isTemporary) {
    this.directory = directory;
    this.isTemporary = isTemporary;
  }

  /** Files go to this directory, which is made when the first file is. */
  public static SpillDirectory at(Path directory) {
    return new SpillDirectory(directory, false);
  }

  /**
   * Files go to a directory of their own in {@code java.io.tmpdir}, which only its owner can enter.
   * It is made when the first file is, and deleted by {@link #close}.
   */
  public static SpillDirectory temporary() {
    return new SpillDirectory(null, true);
  }

  /** No files can be made: what does not fit into memory is an error. */
  public static SpillDirectory none() {
    return NONE;
  }

  /** Whether files can be made. */
  public boolean isAvailable() {
    return path().isPresent() || isTemporary;
  }

  /** The directory, if files can be made and it is known where. */
  public synchronized Optional<Path> path() {
    return Optional.ofNullable(directory);
  }

  /** The bytes that were written to its files, deleted ones included. */
  public long writtenBytes() {
    return writtenBytes.sum();
  }

  void countBytes(long bytes) {
    writtenBytes.add(bytes);
  }

  /**
   * Makes an empty file.
   *
   * @throws GabbroException {@code OUT_OF_MEMORY} when no files can be made, {@code IO_ERROR} when
   *     the directory refuses
   */
  Path newFile() {
    if (!isAvailable()) {
      throw new GabbroException(
          ErrorCode.OUT_OF_MEMORY,
          "the statement needs more than memory_limit and the database has no directory to put"
              + " temporary files into");
    }
    try {
      return Files.createTempFile(made(), "rows", SUFFIX);
    } catch (IOException e) {
      throw SpillFile.failure(e);
    }
  }

  private synchronized Path made() throws IOException {
    if (directory == null) {
      directory = Files.createTempDirectory("gabbro-spill-");
    }
    return Files.createDirectories(directory);
  }

  /**
   * Deletes the files of statements that did not end properly. To be called when a database is
   * opened for writing, before its first statement.
   *
   * @return the number of files
   */
  public synchronized int deleteLeftovers() {
    if (directory == null || !Files.isDirectory(directory)) {
      return 0;
    }
    int deleted = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        if (Files.deleteIfExists(file)) {
          deleted++;
        }
      }
    } catch (IOException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.IO_ERROR, "cannot delete temporary files in " + directory + ": " + e);
    }
    return deleted;
  }

  /** Deletes a temporary directory with its files; another one stays as it is. */
  @Override
  public synchronized void close() {
    if (isTemporary && directory != null) {
      deleteLeftovers();
      try {
        Files.deleteIfExists(directory);
      } catch (IOException e) {
        // Somebody else has put a file there, which is not Gabbro's to delete.
      }
      directory = null;
    }
  }
}
