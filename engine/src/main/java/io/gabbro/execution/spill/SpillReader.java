package io.gabbro.execution.spill;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/** Reads the batches of a {@link SpillFile}. Closing twice is harmless. */
public final class SpillReader implements AutoCloseable {
  private final FileChannel channel;
  private final ColumnVector[] columns;
  private final Selection selection = new Selection(0);
  private final RowBatch batch;
  private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
  private ByteBuffer frame = ByteBuffer.allocate(0);

  SpillReader(List<VectorKind> kinds, FileChannel channel) {
    this.channel = channel;
    columns = BatchCodec.allocate(kinds);
    batch = new RowBatch(columns, selection);
  }

  /** The next batch, valid until the next call; null at the end. */
  public RowBatch next() {
    try {
      length.clear();
      if (channel.read(length) < 0) {
        return null;
      }
      readFully(length);
      int bytes = length.getInt(0);
      if (frame.capacity() < bytes) {
        frame = ByteBuffer.allocate(bytes);
      }
      frame.clear().limit(bytes);
      readFully(frame);
      frame.flip();
    } catch (IOException e) {
      throw SpillFile.failure(e);
    }
    selection.selectAll(BatchCodec.decode(frame, columns));
    return batch;
  }

  private void readFully(ByteBuffer target) throws IOException {
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        throw new EOFException("it ends early");
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw SpillFile.failure(e);
    }
  }
}
