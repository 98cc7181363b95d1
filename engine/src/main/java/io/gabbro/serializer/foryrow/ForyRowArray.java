package io.gabbro.serializer.foryrow;

import java.nio.ByteBuffer;

/** An array in a row, read in place. Thread-safe as long as nobody changes the bytes. */
public final class ForyRowArray extends ForyRowCells {
  private final ForyRowType element;
  private final int size;

  ForyRowArray(ForyRowType element, ByteBuffer bytes, int start, int length) {
    super(bytes, start, length);
    this.element = element;
    if (length < Long.BYTES) {
      throw corrupt("an array has " + length + " bytes");
    }
    long count = bytes.getLong(start);
    if (count < 0 || count > length || elements((int) count) + count * width() > length) {
      throw corrupt("an array of " + count + " elements has " + length + " bytes");
    }
    size = (int) count;
  }

  private int width() {
    return element.elementWidth();
  }

  private static long elements(int count) {
    return Long.BYTES + (long) ForyRowSchema.nullBytes(count);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  ForyRowType type(int index) {
    return element;
  }

  @Override
  int place(int index) {
    return (int) elements(size) + index * width();
  }

  @Override
  int nulls() {
    return Long.BYTES;
  }
}
