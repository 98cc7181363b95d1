package io.gabbro.execution.sort;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that are kept, as chunks of vectors; a row is known by its index from zero. Not thread-safe.
 */
public final class RowBuffer {
  private static final int CHUNK_BITS = 11;
  private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

  private final List<VectorKind> kinds;
  private final List<RowBatch> chunks = new ArrayList<>();
  private final Selection part = new Selection(0);
  private int count;
  private long fullChunkBytes;

  /** An empty buffer for columns of these kinds. */
  public RowBuffer(List<VectorKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** The kinds of the columns. */
  public List<VectorKind> kinds() {
    return kinds;
  }

  /** The number of rows. */
  public int count() {
    return count;
  }

  /** Appends copies of the selected rows of a batch of the same kinds. */
  public void append(RowBatch batch, Selection rows) {
    int next = 0;
    while (next < rows.count()) {
      int used = count & CHUNK_MASK;
      if (used == 0) {
        addChunk();
      }
      int taken = Math.min(rows.count() - next, RowBatch.CAPACITY - used);
      Selection selected = rows;
      if (taken < rows.count()) {
        part.slice(rows, next, taken);
        selected = part;
      }
      RowBatch chunk = chunks.get(chunks.size() - 1);
      for (int column = 0; column < kinds.size(); column++) {
        chunk.column(column).copyRows(used, batch.column(column), selected);
      }
      next += taken;
      count += taken;
      chunk.selection().selectAll(used + taken);
    }
  }

  private void addChunk() {
    if (!chunks.isEmpty()) {
      fullChunkBytes += bytes(chunks.get(chunks.size() - 1));
    }
    List<ColumnVector> columns = new ArrayList<>(kinds.size());
    kinds.forEach(kind -> columns.add(ColumnVector.allocate(kind, 0)));
    chunks.add(new RowBatch(columns));
  }

  /** The batch in which a row lies; all of its rows are selected. */
  public RowBatch chunk(int index) {
    return chunks.get(index >>> CHUNK_BITS);
  }

  /** The position of a row in its batch. */
  public static int position(int index) {
    return index & CHUNK_MASK;
  }

  /** All batches, in order. */
  public List<RowBatch> chunks() {
    return chunks;
  }

  /** Copies rows to a batch, from its row 0 on, and selects them. */
  public void gather(int[] indexes, int start, int rows, RowBatch target) {
    for (int column = 0; column < target.columnCount(); column++) {
      ColumnVector vector = target.column(column);
      vector.reset();
      vector.ensureCapacity(rows);
      for (int row = 0; row < rows; row++) {
        int index = indexes[start + row];
        vector.copyRow(row, chunk(index).column(column), position(index));
      }
    }
    target.selection().selectAll(rows);
  }

  /** Forgets all rows. */
  public void clear() {
    chunks.clear();
    count = 0;
    fullChunkBytes = 0;
  }

  /** An estimate of the bytes of heap that it takes. */
  public long memoryBytes() {
    return chunks.isEmpty() ? 0 : fullChunkBytes + bytes(chunks.get(chunks.size() - 1));
  }

  private static long bytes(RowBatch chunk) {
    long bytes = 0;
    for (int column = 0; column < chunk.columnCount(); column++) {
      bytes += chunk.column(column).memoryBytes();
    }
    return bytes;
  }
}
