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
public final class SpillDirectory {
  private static final String SUFFIX = ".spill";
  private static final SpillDirectory NONE = new SpillDirectory(null);

  private final Path directory;
  private final LongAdder writtenBytes = new LongAdder();

  private SpillDirectory(Path directory) {
    this.directory = directory;
  }

  /** Files go to this directory, which is made when the first file is. */
  public static SpillDirectory at(Path directory) {
    return new SpillDirectory(directory);
  }

  /** No files can be made: what does not fit into memory is an error. */
  public static SpillDirectory none() {
    return NONE;
  }

  /** Whether files can be made. */
  public boolean isAvailable() {
    return directory != null;
  }

  /** The directory, if files can be made. */
  public Optional<Path> path() {
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
    if (directory == null) {
      throw new GabbroException(
          ErrorCode.OUT_OF_MEMORY,
          "the statement needs more than memory_limit and the database has no directory to put"
              + " temporary files into");
    }
    try {
      Files.createDirectories(directory);
      return Files.createTempFile(directory, "rows", SUFFIX);
    } catch (IOException e) {
      throw SpillFile.failure(e);
    }
  }

  /**
   * Deletes the files of statements that did not end properly. To be called when a database is
   * opened for writing, before its first statement.
   *
   * @return the number of files
   */
  public int deleteLeftovers() {
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
}
