package io.gabbro.key;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;

/** The errors of key codecs. */
final class KeyErrors {
  private KeyErrors() {}

  /** Checks the length of a key of fixed width. */
  static void requireLength(int length, int width) {
    if (length != width) {
      throw undecodable("it has " + length + " bytes instead of " + width);
    }
  }

  /** Bytes that are no key. */
  static GabbroException undecodable(String problem) {
    return new GabbroException(ErrorCode.SERIALIZATION, "the key does not decode: " + problem);
  }
}
