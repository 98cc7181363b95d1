package io.gabbro.table;

import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** The keys or values of a block as the column {@code _key} or {@code _value}. Not thread-safe. */
final class StoredBytes {
  private byte[] data;
  private int[] offsets;

  /** Starts a block. */
  void use(byte[] blockData, int[] blockOffsets) {
    data = blockData;
    offsets = blockOffsets;
  }

  /** Lets the selected rows of a vector point into the block. */
  void decode(Selection rows, ColumnVector column) {
    BytesVector target = (BytesVector) column;
    target.reset();
    target.ensureCapacity(rows.end());
    target.share(data);
    int[] starts = target.starts();
    int[] lengths = target.lengths();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      starts[row] = offsets[row];
      lengths[row] = offsets[row + 1] - offsets[row];
    }
  }
}
