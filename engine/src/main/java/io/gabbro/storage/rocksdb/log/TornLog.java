package io.gabbro.storage.rocksdb.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A log that ends with bytes that are no whole record, and nothing valid behind them.
 *
 * @param path the file
 * @param wholeBytes the bytes in front of them
 * @param size the bytes of the file
 */
public record TornLog(Path path, long wholeBytes, long size) {
  private static final int HEADER = 7;
  private static final int LENGTH_AT = 4;
  private static final int TYPE_AT = 6;

  /**
   * Whether these bytes are the beginning of a record, or zeros. RocksDB 11.8 reads others too, but
   * some make it read the same bytes for ever: those of a kind of record that only a file that is
   * used again has.
   */
  public boolean isCutShort() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      while (header.hasRemaining() && channel.read(header, wholeBytes + header.position()) >= 0) {
        // A header may come in pieces.
      }
    }
    if (header.hasRemaining()) {
      return true;
    }
    LogRecordType type = LogRecordType.of(header.get(TYPE_AT) & 0xff);
    if (type == null) {
      return header.get(TYPE_AT) == 0 && header.getShort(LENGTH_AT) == 0;
    }
    int length = (header.get(LENGTH_AT) & 0xff) | (header.get(LENGTH_AT + 1) & 0xff) << 8;
    return !type.isRecyclable() && wholeBytes + HEADER + length > size;
  }

  /** Cuts these bytes off, durably. Nobody else may have the directory open. */
  public void cut() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(wholeBytes);
      channel.force(true);
    }
  }
}
