package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.rocksdb.LineItemCodec;
import java.time.LocalDate;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Iterates over all rows or a range of them. */
final class RocksDbScan implements Operation {

  private static final int FROM = (int) LocalDate.of(1994, 1, 1).toEpochDay();
  private static final int TO = (int) LocalDate.of(1995, 1, 1).toEpochDay();
  private static final int MAX_LINE_NUMBER = Integer.MAX_VALUE;

  private final RocksDB database;
  private final Walk walk;
  private final byte[] key = new byte[LineItemCodec.KEY_SIZE];
  private final byte[] value = new byte[LineItemCodec.MAX_VALUE_SIZE];

  private RocksDbScan(RocksDB database, Walk walk) {
    this.database = database;
    this.walk = walk;
  }

  /** What a scan does with its iterator. */
  @FunctionalInterface
  private interface Walk {
    void walk(RocksDbScan scan, RocksIterator iterator, int call, Answer answer);
  }

  static RocksDbScan count(RocksDB database) {
    return new RocksDbScan(
        database,
        (scan, iterator, call, answer) -> {
          long rows = 0;
          for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
            rows++;
          }
          answer.addExact(0, rows);
        });
  }

  static RocksDbScan filterSum(RocksDB database) {
    return new RocksDbScan(database, RocksDbScan::filterSum);
  }

  static RocksDbScan range(RocksDB database, Samples samples) {
    return new RocksDbScan(
        database, (scan, iterator, call, answer) -> scan.range(iterator, samples, call, answer));
  }

  private void filterSum(RocksIterator iterator, int call, Answer answer) {
    long sum = 0;
    long rows = 0;
    for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
      iterator.value(value);
      int shipDate = LineItemCodec.shipDate(value);
      long discount = LineItemCodec.discountPercent(value);
      if (shipDate >= FROM
          && shipDate < TO
          && discount >= 5
          && discount <= 7
          && LineItemCodec.quantity(value) < 24) {
        sum += LineItemCodec.extendedPriceCents(value) * discount;
        rows++;
      }
    }
    answer.addExact(0, sum / 1e4);
    answer.addExact(1, rows);
  }

  private void range(RocksIterator iterator, Samples samples, int call, Answer answer) {
    int sample = call % Samples.COUNT;
    LineItemCodec.writeKey(samples.firstOrders()[sample], 0, key);
    byte[] last = new byte[LineItemCodec.KEY_SIZE];
    LineItemCodec.writeKey(samples.lastOrders()[sample], MAX_LINE_NUMBER, last);
    for (iterator.seek(key); iterator.isValid(); iterator.next()) {
      iterator.key(key);
      if (LineItemCodec.compareKeys(key, last) > 0) {
        return;
      }
      iterator.value(value);
      answer.addExact(0, 1);
      answer.addExact(1, LineItemCodec.orderKey(key) + LineItemCodec.lineNumber(key));
      answer.addExact(2, LineItemCodec.extendedPriceCents(value) / 100.0);
      answer.addExact(3, LineItemCodec.comment(value).length());
    }
  }

  @Override
  public void run(int call, Answer answer) throws RocksDBException {
    try (RocksIterator iterator = database.newIterator()) {
      walk.walk(this, iterator, call, answer);
      iterator.status();
    }
  }

  @Override
  public void close() {}
}
