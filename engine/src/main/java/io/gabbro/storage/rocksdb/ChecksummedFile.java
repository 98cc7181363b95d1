package io.gabbro.storage.rocksdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A file that is read as a whole, for its CRC-32C. */
final class ChecksummedFile {
  private static final int BUFFER_BYTES = 1 << 20;

  private final Path path;

  ChecksummedFile(Path path) {
    this.path = path;
  }

  /**
   * Reads the file.
   *
   * @param check is run for each part
   * @return its CRC-32C
   */
  long read(Runnable check) throws IOException {
    try (FileChannel source = FileChannel.open(path, StandardOpenOption.READ)) {
      return pump(source, null, check);
    }
  }

  /** As {@link #read}, and copies it to an empty file that is on disk when this returns. */
  long copyTo(Path target, Runnable check) throws IOException {
    try (FileChannel source = FileChannel.open(path, StandardOpenOption.READ);
        FileChannel copy = FileChannel.open(target, StandardOpenOption.WRITE)) {
      long checksum = pump(source, copy, check);
      copy.force(true);
      return checksum;
    }
  }

  private static long pump(FileChannel source, FileChannel copy, Runnable check)
      throws IOException {
    CRC32C checksum = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (source.read(buffer.clear()) >= 0) {
      check.run();
      checksum.update(buffer.flip());
      buffer.rewind();
      while (copy != null && buffer.hasRemaining()) {
        copy.write(buffer);
      }
    }
    return checksum.getValue();
  }

  /** Makes the names of new files in a directory durable, where the system has a way to. */
  static void syncDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system opens directories; those that do not write names through.
    }
  }
}
