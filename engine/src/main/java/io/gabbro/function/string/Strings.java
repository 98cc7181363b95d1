package io.gabbro.function.string;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.Resolver;
import io.gabbro.function.Topic;
import io.gabbro.vector.BytesVector;

/** What the classes of this package share: documentation, searching, and the limit of lengths. */
final class Strings {
  /** The greatest number of bytes that the results of one batch may have together. */
  private static final int MAX_BATCH_BYTES = 1 << 30;

  private Strings() {}

  /** A function of this package. */
  static DefinedFunction function(
      String name,
      String usage,
      String description,
      String example,
      String result,
      Resolver resolver) {
    return new DefinedFunction(
        name,
        new Documentation(Topic.STRING, usage, description, "SELECT " + example, result),
        resolver);
  }

  /**
   * Room for a result.
   *
   * @throws GabbroException PROGRAM_LIMIT_EXCEEDED when it would be too long
   */
  static byte[] reserve(BytesVector target, long length) {
    if (length + target.used() > MAX_BATCH_BYTES) {
      throw new GabbroException(ErrorCode.PROGRAM_LIMIT_EXCEEDED, "requested length too large");
    }
    return target.reserve((int) length);
  }

  /**
   * Where bytes occur first in others, -1 if they do not; empty ones occur at the start.
   *
   * @param end behind the last byte to look at
   */
  static int indexOf(
      byte[] bytes, int start, int end, byte[] searched, int searchedStart, int searchedLength) {
    if (searchedLength == 0) {
      return start;
    }
    byte first = searched[searchedStart];
    int last = end - searchedLength;
    for (int position = start; position <= last; position++) {
      if (bytes[position] == first
          && matches(bytes, position, searched, searchedStart, searchedLength)) {
        return position;
      }
    }
    return -1;
  }

  private static boolean matches(
      byte[] bytes, int position, byte[] searched, int searchedStart, int searchedLength) {
    for (int index = 1; index < searchedLength; index++) {
      if (bytes[position + index] != searched[searchedStart + index]) {
        return false;
      }
    }
    return true;
  }
}
