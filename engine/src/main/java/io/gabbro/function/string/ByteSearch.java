package io.gabbro.function.string;

/** Searches for the same bytes in many texts. Immutable. */
final class ByteSearch {
  private final byte[] searched;

  /** A search for some bytes, at least one. */
  ByteSearch(byte[] searched) {
    this.searched = searched;
  }

  int length() {
    return searched.length;
  }

  /** Where the bytes occur first, -1 if they do not. */
  int indexOf(byte[] text, int start, int end) {
    return Strings.indexOf(text, start, end, searched, 0, searched.length);
  }
}
