package io.gabbro.column.segment;

/** The encodings that some values could get. Not thread-safe. */
abstract sealed class EncodingCandidates permits WordCandidates, ValueCandidates {
  /** The cost of an encoding that does not fit the values. */
  static final long IMPOSSIBLE = Long.MAX_VALUE;

  /** The bytes of an encoding, more by a third when it decodes slower than the plain values. */
  abstract long cost(Encoding encoding);

  /** The segment in an encoding that is possible. */
  abstract Segment build(Encoding encoding);

  /** What an encoding costs that should take a quarter less than another to be chosen. */
  static long slower(long bytes) {
    return bytes + bytes / 3;
  }
}
