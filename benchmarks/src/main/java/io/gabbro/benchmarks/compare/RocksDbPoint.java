package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.data.LineItem;
import io.gabbro.benchmarks.rocksdb.LineItemCodec;
import java.util.Arrays;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/** Gets one row into a buffer and reads all its columns. */
class RocksDbPoint implements Operation {

  private static final double MILLIS_PER_DAY = 86_400_000;

  private final RocksDB database;
  private final Samples samples;
  private final byte[] key = new byte[LineItemCodec.KEY_SIZE];
  private final byte[] value = new byte[LineItemCodec.MAX_VALUE_SIZE];

  RocksDbPoint(RocksDB database, Samples samples) {
    this.database = database;
    this.samples = samples;
  }

  /** Gets the row of a call into the buffer; returns its length. */
  private int fetch(int call) throws RocksDBException {
    int sample = call % Samples.COUNT;
    LineItemCodec.writeKey(samples.orderKeys()[sample], samples.lineNumbers()[sample], key);
    int length = database.get(key, value);
    if (length < 0) {
      throw new IllegalStateException("no row for sample " + sample);
    }
    return length;
  }

  @Override
  public void run(int call, Answer answer) throws RocksDBException {
    fetch(call);
    LineItem item = LineItemCodec.decode(key, value);
    answer.addExact(0, item.orderKey() + item.partKey() + item.supplierKey() + item.lineNumber());
    answer.addExact(1, item.quantity() + item.extendedPriceCents() / 100.0);
    answer.addExact(2, (item.discountPercent() + item.taxPercent()) / 100.0);
    answer.addExact(3, item.returnFlag().charAt(0) + item.lineStatus().charAt(0));
    answer.addExact(4, item.shipDate() * MILLIS_PER_DAY);
    answer.addExact(5, (item.commitDate() + item.receiptDate()) * MILLIS_PER_DAY);
    answer.addExact(6, item.shipInstructions().length() + item.shipMode().length());
    answer.addExact(7, item.comment().length());
  }

  @Override
  public void close() {}

  /** Gets one row, changes a column and puts it back. */
  static final class Update extends RocksDbPoint {

    private final WriteOptions write;

    Update(RocksDB database, WriteOptions write, Samples samples) {
      super(database, samples);
      this.write = write;
    }

    @Override
    public void run(int call, Answer answer) throws RocksDBException {
      int length = super.fetch(call);
      LineItemCodec.writeQuantity(super.value, PointUpdate.quantity(call));
      super.database.put(write, super.key, Arrays.copyOf(super.value, length));
      answer.addExact(0, 1);
    }
  }
}
