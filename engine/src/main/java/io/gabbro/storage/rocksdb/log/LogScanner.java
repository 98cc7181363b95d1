package io.gabbro.storage.rocksdb.log;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Reads one file in RocksDB's log format: blocks of 32 KiB with pieces of records, each with a
 * checksum, a length and a type. Behind a piece that is not valid it looks at every byte for one
 * that is. Of each whole record in front of it, a visitor sees the first bytes. For one scan.
 */
final class LogScanner {
  /** Sees the whole records in front of the first damage. */
  interface Visitor {
    /**
     * A record.
     *
     * @param prefix its first bytes, valid during the call
     * @param length how many they are
     */
    void record(byte[] prefix, int length);

    /** The records from here on are compressed. */
    default void compression() {}
  }

  private static final int BLOCK = 32 << 10;
  private static final int HEADER = 7;
  private static final int RECYCLABLE_HEADER = 11;
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int LENGTH_AT = 4;
  private static final int TYPE_AT = 6;
  private static final int NOT_VALID = 0;
  private static final int OF_ANOTHER_LOG = -1;
  private static final int FILE_NUMBER_AT = 7;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final int number;
  private final int prefixLimit;
  private final Visitor visitor;
  private final CRC32C checksum = new CRC32C();
  private final byte[] block = new byte[BLOCK];
  private int blockLength;
  private long blockStart;
  private boolean afterRecyclable;

  private byte[] prefix = new byte[16];
  private int prefixLength;
  private long openRecord = -1;
  private long damage = -1;
  private long validBehind = -1;
  private long records;
  private long recordsBehind;

  /**
   * A scanner of a file.
   *
   * @param number the number in its name; pieces of recycled files that name another one are old
   * @param prefixLimit how many of the first bytes of a record the visitor sees at most
   */
  LogScanner(Path file, long number, int prefixLimit, Visitor visitor) {
    this.file = file;
    this.number = (int) number;
    this.prefixLimit = prefixLimit;
    this.visitor = visitor;
  }

  LogScan scan() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      // What a process that writes the file appends from now on is not looked at.
      long end = channel.size();
      boolean goesOn = true;
      while (goesOn && readBlock(channel, end)) {
        goesOn = scanBlock();
        blockStart += blockLength;
      }
      if (openRecord >= 0) {
        noteDamage(blockStart);
      }
      long size = goesOn ? blockStart : end;
      long whole = damage < 0 ? size : damage;
      return new LogScan(size, whole, records, validBehind, recordsBehind);
    }
  }

  private boolean readBlock(FileChannel channel, long end) throws IOException {
    ByteBuffer target = ByteBuffer.wrap(block, 0, (int) Math.min(BLOCK, end - blockStart));
    while (target.hasRemaining() && channel.read(target) >= 0) {
      // A block may come in pieces.
    }
    blockLength = target.position();
    return blockLength > 0;
  }

  /** Returns false when the file goes on with what an older log has left in it. */
  private boolean scanBlock() {
    int position = 0;
    while (position + HEADER <= blockLength) {
      int length = pieceLength(position);
      if (length > 0) {
        piece(position, length);
        position += length;
      } else if (length == OF_ANOTHER_LOG && damage < 0) {
        return false;
      } else if (isPadding(position)) {
        return true;
      } else {
        noteDamage(blockStart + position);
        position++;
      }
    }
    if (blockLength < BLOCK && position < blockLength) {
      noteDamage(blockStart + position);
    }
    return true;
  }

  /**
   * Whether only zeros are left of a block, and too few for the header of a piece of a log that is
   * used again.
   */
  private boolean isPadding(int position) {
    if (!afterRecyclable || blockLength < BLOCK || BLOCK - position >= RECYCLABLE_HEADER) {
      return false;
    }
    for (int at = position; at < BLOCK; at++) {
      if (block[at] != 0) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of the valid piece at a position, with its header. */
  private int pieceLength(int position) {
    LogRecordType type = LogRecordType.of(block[position + TYPE_AT] & 0xff);
    if (type == null) {
      return NOT_VALID;
    }
    int header = type.isRecyclable() ? RECYCLABLE_HEADER : HEADER;
    int payload =
        (block[position + LENGTH_AT] & 0xff) | (block[position + LENGTH_AT + 1] & 0xff) << 8;
    int end = position + header + payload;
    if (end > blockLength || (type.goesOn() && end != BLOCK)) {
      return NOT_VALID;
    }
    checksum.reset();
    checksum.update(block, position + TYPE_AT, end - position - TYPE_AT);
    int plain = (int) checksum.getValue();
    int masked = ((plain >>> 15) | (plain << 17)) + MASK_DELTA;
    if (masked != (int) INT.get(block, position)) {
      return NOT_VALID;
    }
    return type.isRecyclable() && (int) INT.get(block, position + FILE_NUMBER_AT) != number
        ? OF_ANOTHER_LOG
        : end - position;
  }

  private void piece(int position, int length) {
    LogRecordType type = LogRecordType.of(block[position + TYPE_AT] & 0xff);
    afterRecyclable = type.isRecyclable();
    if (type.isAboutTheLog()) {
      if (type == LogRecordType.COMPRESSION) {
        visitor.compression();
      }
      return;
    }
    if (damage < 0 && type.begins() == (openRecord >= 0)) {
      // A record that never ended, or the end of one that never began.
      noteDamage(blockStart + position);
    }
    if (damage >= 0) {
      validBehind = validBehind < 0 ? blockStart + position : validBehind;
      recordsBehind += type.begins() ? 1 : 0;
      return;
    }
    if (type.begins()) {
      openRecord = blockStart + position;
      prefixLength = 0;
    }
    int header = type.isRecyclable() ? RECYCLABLE_HEADER : HEADER;
    keep(position + header, length - header);
    if (!type.goesOn()) {
      openRecord = -1;
      records++;
      visitor.record(prefix, prefixLength);
    }
  }

  private void keep(int from, int length) {
    int kept = Math.min(length, prefixLimit - prefixLength);
    if (prefixLength + kept > prefix.length) {
      prefix = Arrays.copyOf(prefix, Math.max(prefixLength + kept, 2 * prefix.length));
    }
    System.arraycopy(block, from, prefix, prefixLength, kept);
    prefixLength += kept;
  }

  /** The first damage counts, from the beginning of the record that it is in. */
  private void noteDamage(long offset) {
    if (damage < 0) {
      damage = openRecord >= 0 ? openRecord : offset;
      openRecord = -1;
    }
  }
}
