package io.gabbro.storage.rocksdb.log;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * A write-ahead log that was read: its records are write batches, which begin with a sequence
 * number and the number of their changes.
 */
final class LogFile implements LogScanner.Visitor {
  /** The bytes of a sequence number and of a number of changes. */
  private static final int BATCH_HEADER = 12;

  private static final int COUNT_AT = 8;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final Path path;
  private final long number;
  private final LogScan scan;
  private boolean compressed;
  private long firstSequence = -1;
  private int firstCount = -1;
  private long nextSequence = -1;

  private LogFile(Path path, long number) throws IOException {
    this.path = path;
    this.number = number;
    this.scan = new LogScanner(path, number, BATCH_HEADER, this).scan();
  }

  /** Reads a log with a number. */
  static LogFile read(Path path, long number) throws IOException {
    return new LogFile(path, number);
  }

  @Override
  public void record(byte[] prefix, int length) {
    if (length < BATCH_HEADER || compressed) {
      return;
    }
    long sequence = (long) LONG.get(prefix, 0);
    int count = (int) INT.get(prefix, COUNT_AT);
    if (firstSequence < 0) {
      firstSequence = sequence;
      firstCount = count;
    }
    nextSequence = sequence + count;
  }

  /** Its batches cannot be read then; that they are whole, their checksums tell all the same. */
  @Override
  public void compression() {
    compressed = true;
  }

  Path path() {
    return path;
  }

  long number() {
    return number;
  }

  LogScan scan() {
    return scan;
  }

  /** Whether there is a record in front of the first damage. */
  boolean hasRecords() {
    return scan.records() > 0;
  }

  /** The sequence number of its first record; -1 when it has none or is compressed. */
  long firstSequence() {
    return firstSequence;
  }

  /** The sequence number that follows its last record; -1 when it has none or is compressed. */
  long nextSequence() {
    return nextSequence;
  }

  /**
   * Whether it was begun by an open that had dropped the end of the logs before it: it goes on with
   * the next sequence number, or begins with the empty batch that such an open writes. Not to be
   * told of compressed logs, which only other programs write; they are left to RocksDB.
   *
   * @param torn the first of the logs before it that are not finished
   * @param expected the next sequence number; -1 when it is not known
   */
  boolean follows(LogFile torn, long expected) {
    if (compressed || torn.compressed) {
      return true;
    }
    return expected < 0 ? firstCount == 0 : firstSequence == expected;
  }
}
