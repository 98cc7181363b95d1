package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/** Appends arrays to the persistent form of a segment, each number's least byte first. */
final class SegmentOutput {
  private SegmentOutput() {}

  static void shorts(ByteBuilder out, short[] values) {
    for (short value : values) {
      out.putShortLittle(value);
    }
  }

  static void ints(ByteBuilder out, int[] values) {
    for (int value : values) {
      out.putIntLittle(value);
    }
  }

  static void longs(ByteBuilder out, long[] values) {
    for (long value : values) {
      out.putLongLittle(value);
    }
  }
}
