package io.gabbro.serializer.foryrow;

import java.nio.ByteBuffer;

/** A map in a row: keys and the values to each, read in place. Thread-safe like its parts. */
public final class ForyRowMap {
  private final ForyRowArray keys;
  private final ForyRowArray values;

  ForyRowMap(ForyRowType.Entries type, ByteBuffer bytes, int start, int length) {
    if (length < Long.BYTES) {
      throw ForyRowCells.corrupt("a map has " + length + " bytes");
    }
    long keyBytes = bytes.getLong(start);
    if (keyBytes < 0 || keyBytes > length - Long.BYTES) {
      throw ForyRowCells.corrupt("the keys of a map of " + length + " bytes have " + keyBytes);
    }
    int middle = start + Long.BYTES + (int) keyBytes;
    keys = new ForyRowArray(type.key(), bytes, start + Long.BYTES, (int) keyBytes);
    values = new ForyRowArray(type.value(), bytes, middle, start + length - middle);
    if (keys.size() != values.size()) {
      throw ForyRowCells.corrupt(
          "a map has " + keys.size() + " keys and " + values.size() + " values");
    }
  }

  /** The number of keys. */
  public int size() {
    return keys.size();
  }

  /** The keys. */
  public ForyRowArray keys() {
    return keys;
  }

  /** The values, in the order of their keys. */
  public ForyRowArray values() {
    return values;
  }
}
