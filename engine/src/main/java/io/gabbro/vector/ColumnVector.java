package io.gabbro.vector;

import io.gabbro.type.VectorKind;
import java.util.Arrays;

/**
 * The values of one column for the rows of a batch. Mutable and used again from batch to batch; not
 * thread-safe. What a position holds is undefined until it is set; a NULL position's value is
 * undefined too.
 */
public abstract sealed class ColumnVector
    permits BooleanVector,
        IntVector,
        LongVector,
        DoubleVector,
        DecimalVector,
        BytesVector,
        IntervalVector {
  private static final long NULL_HASH = 0x5DEECE66DL;

  private boolean[] nulls;
  private boolean mayHaveNulls;
  private boolean constant;
  private CodedValues coded;
  private int codedStart;

  ColumnVector(int capacity) {
    nulls = new boolean[capacity];
  }

  /** A vector of the given kind with room for {@code capacity} rows. */
  public static ColumnVector allocate(VectorKind kind, int capacity) {
    return switch (kind) {
      case BOOLEAN -> new BooleanVector(capacity);
      case INT -> new IntVector(capacity);
      case LONG -> new LongVector(capacity);
      case DOUBLE -> new DoubleVector(capacity);
      case DECIMAL -> new DecimalVector(capacity);
      case BYTES -> new BytesVector(capacity);
      case INTERVAL -> new IntervalVector(capacity);
    };
  }

  /** Its kind. */
  public abstract VectorKind kind();

  /** The number of rows that it has room for. */
  public final int capacity() {
    return nulls.length;
  }

  /** Makes room for at least {@code capacity} rows and keeps what is there. */
  public final void ensureCapacity(int capacity) {
    if (capacity > nulls.length) {
      int larger = Math.max(capacity, nulls.length * 2);
      nulls = Arrays.copyOf(nulls, larger);
      resize(larger);
    }
  }

  abstract void resize(int capacity);

  /** Says that all rows have the value of row 0, until the next reset. */
  public final void setConstant() {
    constant = true;
  }

  /** Whether all rows that were set have the value of row 0. */
  public final boolean isConstant() {
    return constant;
  }

  /**
   * Says that the rows that are set have the values of a dictionary's rows, until the next reset.
   *
   * @param values where they come from
   * @param start its row that row 0 is
   */
  public final void setCoded(CodedValues values, int start) {
    coded = values;
    codedStart = start;
  }

  /** Where the values come from that are set; null when it has no dictionary. */
  public final CodedValues coded() {
    return coded;
  }

  /** The row of {@link #coded} that row 0 is. */
  public final int codedStart() {
    return codedStart;
  }

  /** Prepares for new values: no NULLs, and no bytes kept from before. */
  public void reset() {
    mayHaveNulls = false;
    constant = false;
    coded = null;
  }

  /** False when no position is NULL. */
  public final boolean mayHaveNulls() {
    return mayHaveNulls;
  }

  /** The NULL flags; only valid when {@link #mayHaveNulls()}. */
  public final boolean[] nulls() {
    return nulls;
  }

  /** Whether a position is NULL. */
  public final boolean isNull(int row) {
    return mayHaveNulls && nulls[row];
  }

  /** Makes a position NULL. */
  public final void setNull(int row) {
    startNulls()[row] = true;
  }

  /** Makes a position not NULL; its value is set by the caller. */
  public final void setNotNull(int row) {
    if (mayHaveNulls) {
      nulls[row] = false;
    }
  }

  /** The NULL flags for writing: all false unless some position is NULL already. */
  public final boolean[] startNulls() {
    if (!mayHaveNulls) {
      Arrays.fill(nulls, false);
      mayHaveNulls = true;
    }
    return nulls;
  }

  /**
   * Copies one row, NULL or not, from a vector of the same kind.
   *
   * @param row where to
   * @param source where from
   * @param sourceRow its row
   */
  public final void copyRow(int row, ColumnVector source, int sourceRow) {
    if (source.isNull(sourceRow)) {
      setNull(row);
    } else {
      setNotNull(row);
      copyValue(row, source, sourceRow);
    }
  }

  abstract void copyValue(int row, ColumnVector source, int sourceRow);

  /**
   * Copies the selected rows of a vector of the same kind behind each other.
   *
   * @param start the row that the first goes to
   */
  public final void copyRows(int start, ColumnVector source, Selection rows) {
    int count = rows.count();
    ensureCapacity(start + count);
    if (source.mayHaveNulls) {
      boolean[] target = startNulls();
      if (rows.isAll()) {
        System.arraycopy(source.nulls, 0, target, start, count);
      } else {
        int[] positions = rows.positions();
        for (int index = 0; index < count; index++) {
          target[start + index] = source.nulls[positions[index]];
        }
      }
    } else if (mayHaveNulls) {
      Arrays.fill(nulls, start, start + count, false);
    }
    copyValues(start, source, rows);
  }

  /** Copies the values of the selected rows; those of NULLs are of no interest. */
  abstract void copyValues(int start, ColumnVector source, Selection rows);

  /** Copies the selected rows of a vector of the same kind, each to the same row. */
  public final void copyPositions(ColumnVector source, Selection rows) {
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      copyRow(row, source, row);
    }
  }

  /**
   * Resets this vector and makes it a copy of a part of another of the same kind. Bytes are shared:
   * the other vector must not change before the next reset.
   *
   * @param start the first row of the part, which becomes row 0
   * @param count the number of rows
   */
  public final void slice(ColumnVector source, int start, int count) {
    reset();
    ensureCapacity(count);
    if (source.mayHaveNulls) {
      System.arraycopy(source.nulls, start, startNulls(), 0, count);
    }
    sliceValues(source, start, count);
  }

  abstract void sliceValues(ColumnVector source, int start, int count);

  /**
   * Copies a row of this vector, NULL or not, to a range of rows of it.
   *
   * @param row the row to repeat
   * @param start the first row to write
   * @param end the row behind the last
   */
  public final void repeat(int row, int start, int end) {
    ensureCapacity(end);
    if (mayHaveNulls) {
      Arrays.fill(nulls, start, end, nulls[row]);
    }
    if (!isNull(row)) {
      repeatValue(row, start, end);
    }
  }

  abstract void repeatValue(int row, int start, int end);

  /** Compares two values that are not NULL in the order of SQL, which is that of key bytes. */
  public abstract int compare(int row, ColumnVector other, int otherRow);

  /** Whether two values that are not NULL are equal. */
  public boolean equalValues(int row, ColumnVector other, int otherRow) {
    return compare(row, other, otherRow) == 0;
  }

  /** A hash of a value that is not NULL; equal values have equal hashes. */
  public abstract long hash(int row);

  /**
   * Mixes the hashes of the selected rows, NULLs included, into what {@code hashes} holds at their
   * positions: equal rows of several columns get equal hashes.
   */
  public final void mixHashes(Selection rows, long[] hashes) {
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      long hash = isNull(row) ? NULL_HASH : hash(row);
      hashes[row] = mix(hashes[row] * 31 + hash);
    }
  }

  /** An estimate of the bytes of heap that it takes. */
  public abstract long memoryBytes();

  /**
   * Whether two rows, which may be NULL, belong into one group: both are NULL, or their values are
   * equal.
   */
  public final boolean isSame(int row, ColumnVector other, int otherRow) {
    boolean isNull = isNull(row);
    if (isNull || other.isNull(otherRow)) {
      return isNull == other.isNull(otherRow);
    }
    return equalValues(row, other, otherRow);
  }

  /** Spreads the bits of a hash over the whole word. */
  static long mix(long bits) {
    long mixed = bits * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 32);
  }
}
