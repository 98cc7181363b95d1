package io.gabbro.execution.scan;

import io.gabbro.execution.Cancellation;
import io.gabbro.storage.RowBlock;
import io.gabbro.vector.RowBatch;

/** The rows of a block source that match. */
final class StoredRows implements BatchSource {
  private final BlockSource source;
  private final BlockDecoder decoder;
  private final ScanStatistics statistics;
  private final Cancellation cancellation;
  private long rowsRead;

  /** Owns the source. */
  StoredRows(
      BlockSource source,
      BlockDecoder decoder,
      ScanStatistics statistics,
      Cancellation cancellation) {
    this.source = source;
    this.decoder = decoder;
    this.statistics = statistics;
    this.cancellation = cancellation;
  }

  @Override
  public RowBatch next() {
    for (RowBlock block = source.next(); block != null; block = source.next()) {
      rowsRead += block.count();
      statistics.addRowsRead(block.count());
      RowBatch batch = decoder.decode(block, source);
      if (batch != null) {
        return batch;
      }
      cancellation.check();
    }
    return null;
  }

  /** The number of rows of ranges so far, whether they match or not; those of keys do not count. */
  long rowsOfRanges() {
    return source instanceof CursorSource ? rowsRead : 0;
  }

  @Override
  public void close() {
    source.close();
  }
}
