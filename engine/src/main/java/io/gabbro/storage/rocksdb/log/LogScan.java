package io.gabbro.storage.rocksdb.log;

/**
 * What a {@link LogScanner} has found in a file.
 *
 * @param size the bytes of the file
 * @param wholeBytes the bytes in front of the first record that is not whole; {@code size} when all
 *     are
 * @param records the whole records in these bytes
 * @param validBehind where the first valid piece of a record lies behind them; -1 when there is
 *     none
 * @param recordsBehind the records that begin behind them and whose beginning is valid
 */
record LogScan(long size, long wholeBytes, long records, long validBehind, long recordsBehind) {
  /** A file of which nothing is damaged, and whose records do not matter. */
  static LogScan whole(long size) {
    return new LogScan(size, size, 0, -1, 0);
  }

  /** Whether something is valid behind something that is not. */
  boolean isDamaged() {
    return validBehind >= 0;
  }

  /** Whether it ends with something that is not valid, as a crash leaves it. */
  boolean isTorn() {
    return wholeBytes < size && !isDamaged();
  }
}
