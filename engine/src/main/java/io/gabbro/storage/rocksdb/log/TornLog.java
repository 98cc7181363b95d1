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
   * Whether these bytes are the beginning of a record, or zeros, or behind the end of a file that
   * is used again, where anything may be. RocksDB 11.8 reads others too, but some make it read the
   * same bytes for ever: those of a kind of record that only a file that is used again has, in one
   * that is not.
   */
  public boolean isCutShort() throws IOException {
    ByteBuffer header;
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      header = header(channel, wholeBytes);
      if (header.hasRemaining() || (wholeBytes > 0 && isUsedAgain(header(channel, 0)))) {
        return true;
      }
    }
    LogRecordType type = LogRecordType.of(header.get(TYPE_AT) & 0xff);
    if (type == null) {
      return header.get(TYPE_AT) == 0 && header.getShort(LENGTH_AT) == 0;
    }
    int length = (header.get(LENGTH_AT) & 0xff) | (header.get(LENGTH_AT + 1) & 0xff) << 8;
    return !type.isRecyclable() && wholeBytes + HEADER + length > size;
  }

  private static ByteBuffer header(FileChannel channel, long offset) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    while (header.hasRemaining() && channel.read(header, offset + header.position()) >= 0) {
      // A header may come in pieces.
    }
    return header;
  }

  private static boolean isUsedAgain(ByteBuffer first) {
    LogRecordType type = LogRecordType.of(first.get(TYPE_AT) & 0xff);
    return type != null && type.isRecyclable();
  }

  /** Cuts these bytes off, durably. Nobody else may have the directory open. */
  public void cut() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(wholeBytes);
      channel.force(true);
    }
  }
}
