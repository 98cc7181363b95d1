package io.gabbro.storage;

/** Reads the records of a serialized {@link WriteBatch}. */
final class WriteBatchReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  WriteBatchReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  void forEach(WriteBatchVisitor visitor) {
    while (position < end) {
      byte tag = bytes[position++];
      boolean named =
          tag == WriteBatch.PUT || tag == WriteBatch.DELETE || tag == WriteBatch.DELETE_RANGE;
      int family = named ? readVarint() : 0;
      int firstLength = readVarint();
      int first = position;
      position += firstLength;
      if (tag == WriteBatch.DELETE || tag == WriteBatch.DELETE_DEFAULT) {
        visitor.delete(family, bytes, first, firstLength);
        continue;
      }
      int secondLength = readVarint();
      int second = position;
      position += secondLength;
      if (tag == WriteBatch.PUT || tag == WriteBatch.PUT_DEFAULT) {
        visitor.put(family, bytes, first, firstLength, second, secondLength);
      } else {
        visitor.deleteRange(family, bytes, first, firstLength, second, secondLength);
      }
    }
  }

  private int readVarint() {
    int value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[position++];
      value |= (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
