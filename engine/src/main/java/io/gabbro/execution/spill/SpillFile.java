package io.gabbro.execution.spill;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * Rows in a temporary file: written first, then read any number of times, then closed, which
 * deletes it. Used by one thread at a time; closing twice is harmless.
 */
public final class SpillFile implements AutoCloseable {
  private final List<VectorKind> kinds;
  private final SpillDirectory directory;
  private final Path path;
  private final ByteBuilder buffer = new ByteBuilder();
  private FileChannel channel;
  private long bytes;
  private long rows;

  /**
   * An empty file.
   *
   * @param kinds the kinds of the columns
   * @throws GabbroException {@code OUT_OF_MEMORY} when the directory makes no files
   */
  public SpillFile(SpillDirectory directory, List<VectorKind> kinds) {
    this.kinds = List.copyOf(kinds);
    this.directory = directory;
    path = directory.newFile();
  }

  /**
   * Appends rows.
   *
   * @throws GabbroException {@code DISK_FULL} or {@code IO_ERROR}
   */
  public void write(RowBatch batch, Selection selected) {
    buffer.clear();
    buffer.putInt(0);
    BatchCodec.encode(batch, selected, buffer);
    ByteBuffer frame = ByteBuffer.wrap(buffer.bytes(), 0, buffer.length());
    frame.putInt(0, buffer.length() - Integer.BYTES);
    bytes += buffer.length();
    directory.countBytes(buffer.length());
    rows += selected.count();
    try {
      if (channel == null) {
        channel = FileChannel.open(path, StandardOpenOption.WRITE);
      }
      while (frame.hasRemaining()) {
        channel.write(frame);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The bytes that were written. */
  public long bytes() {
    return bytes;
  }

  /** The rows that were written. */
  public long rows() {
    return rows;
  }

  /** Ends writing and reads from the start; the reader is to be closed before the file. */
  public SpillReader read() {
    closeChannel();
    try {
      return new SpillReader(kinds, FileChannel.open(path, StandardOpenOption.READ));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** An error of a file as one of the engine. */
  static GabbroException failure(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return GabbroException.causedBy(e, ErrorCode.QUERY_CANCELED, "thread interrupt");
    }
    String message = String.valueOf(e.getMessage());
    return message.toLowerCase(Locale.ROOT).contains("no space left")
        ? GabbroException.causedBy(e, ErrorCode.DISK_FULL, "temporary files of a statement")
        : GabbroException.causedBy(e, ErrorCode.IO_ERROR, "temporary file: " + message);
  }

  private void closeChannel() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw failure(e);
      } finally {
        channel = null;
      }
    }
  }

  @Override
  public void close() {
    try {
      closeChannel();
    } finally {
      delete();
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
