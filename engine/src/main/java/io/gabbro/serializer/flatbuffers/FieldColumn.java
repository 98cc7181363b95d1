package io.gabbro.serializer.flatbuffers;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;

/** Decodes one field of the values of a block. Not thread-safe. */
interface FieldColumn {
  /**
   * Sets the selected rows of a vector that has room for them and no NULLs.
   *
   * @param places where the field lies, a row each, or another result of {@link FieldPath#locate}
   */
  void decode(FlatBufferReader block, int[] places, Selection rows, ColumnVector target);
}
