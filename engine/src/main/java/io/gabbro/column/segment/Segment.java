package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Objects;

/**
 * The values of one column for the rows of a row group, some thousand of them. Immutable and
 * thread-safe; decoding allocates nothing once the target has grown.
 */
public abstract sealed class Segment
    permits BoundedWords,
        ConstantValues,
        RunLengthValues,
        DictionaryValues,
        PlainBooleans,
        PlainDoubles,
        PlainDecimals,
        PlainBytes,
        PlainIntervals {
  private final SegmentShape shape;

  Segment(SegmentShape shape) {
    this.shape = shape;
  }

  /** The kind of the vectors that it decodes to. */
  public final VectorKind kind() {
    return shape.kind();
  }

  /** The number of rows. */
  public final int rows() {
    return shape.rows();
  }

  /** The number of rows that are NULL. */
  public final int nullCount() {
    return shape.nullCount();
  }

  /** How the values lie in memory. */
  public abstract Encoding encoding();

  /** About how many bytes of heap it takes. */
  public final long memoryBytes() {
    return shape.memoryBytes() + valueMemoryBytes();
  }

  abstract long valueMemoryBytes();

  /**
   * The least value at row 0 and the greatest at row 1, in the order of {@link
   * ColumnVector#compare} and over the values that are not NULL. Shared: not to be changed.
   *
   * @return null when all values are NULL, or when one of both has more than 64 bytes
   */
  public final ColumnVector bounds() {
    return shape.bounds();
  }

  /**
   * Decodes some rows behind each other. The bytes of BYTES are shared, not copied.
   *
   * @param start the first row, which goes to row 0 of the target
   * @param count the number of rows
   * @param target a vector of the same kind, which is reset first
   */
  public final void decode(int start, int count, ColumnVector target) {
    Objects.checkFromIndexSize(start, count, shape.rows());
    target.reset();
    target.ensureCapacity(count);
    decodeValues(start, count, target);
    noteCodes(start, target);
    if (shape.nulls() != null) {
      shape.nulls().decode(start, count, target);
    }
  }

  /**
   * Decodes selected rows, each to its position; what the target holds elsewhere is undefined. The
   * bytes of BYTES are shared, not copied.
   *
   * @param start the row that position 0 of the selection stands for
   * @param rows the positions
   * @param target a vector of the same kind, which is reset first
   */
  public final void decode(int start, Selection rows, ColumnVector target) {
    if (rows.isAll() || rows.count() >= rows.end() - rows.end() / 4) {
      decode(start, rows.end(), target);
      return;
    }
    Objects.checkFromIndexSize(start, rows.end(), shape.rows());
    target.reset();
    target.ensureCapacity(rows.end());
    if (rows.count() == 0) {
      return;
    }
    decodeValues(start, rows.positions(), rows.count(), target);
    noteCodes(start, target);
    if (shape.nulls() != null) {
      shape.nulls().decode(start, rows.positions(), rows.count(), target);
    }
  }

  private void noteCodes(int start, ColumnVector target) {
    if (this instanceof DictionarySegment dictionary) {
      target.setCoded(dictionary, start);
    }
  }

  /** Decodes rows to a target with enough room; what it writes for NULLs is of no interest. */
  abstract void decodeValues(int start, int count, ColumnVector target);

  /** Decodes at least one position to a target with enough room. */
  abstract void decodeValues(int start, int[] positions, int count, ColumnVector target);

  /** Takes the positions of NULLs out, and returns how many are left. */
  final int withoutNulls(int start, int[] positions, int count) {
    return shape.nulls() == null ? count : shape.nulls().withoutNulls(start, positions, count);
  }

  final SegmentShape shape() {
    return shape;
  }

  /** Appends the persistent form: self-contained, with a checksum. */
  public final void write(ByteBuilder out) {
    SegmentForm.write(this, out);
  }

  /** Appends what the persistent form has of the values. */
  abstract void writeValues(ByteBuilder out);

  /**
   * Reads what {@link #write} wrote. The array is not kept.
   *
   * @throws GabbroException {@link ErrorCode#DATABASE_CORRUPTED} for anything else
   */
  public static Segment read(byte[] bytes, int offset, int length) {
    return SegmentForm.read(bytes, offset, length);
  }
}
