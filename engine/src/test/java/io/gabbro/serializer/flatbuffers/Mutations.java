package io.gabbro.serializer.flatbuffers;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes at random. */
final class Mutations {
  private static final int[] NUMBERS = {
    0, 1, 2, 3, 4, 7, 8, -1, -2, -4, 0x7FFFFFFF, 0x80000000, 0x7F, 0x80, 0xFF, 0xFFFF, 0x8000
  };

  private Mutations() {}

  /** A damaged copy: changed bits, bytes and numbers, cut off, or with a part of another value. */
  static byte[] of(byte[] bytes, byte[] other, Random random) {
    byte[] damaged = bytes.clone();
    for (int count = 1 + random.nextInt(3); count > 0 && damaged.length > 0; count--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(6)) {
        case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> damaged[at] = (byte) random.nextInt(256);
        case 2 -> put(damaged, at & ~3, NUMBERS[random.nextInt(NUMBERS.length)]);
        case 3 -> put(damaged, at & ~3, random.nextInt(2 * damaged.length) - damaged.length);
        case 4 -> damaged = random.nextInt(4) == 0 ? Arrays.copyOf(damaged, at) : damaged;
        default -> {
          int length = Math.min(random.nextInt(40), Math.min(other.length, damaged.length - at));
          int from = random.nextInt(other.length - length + 1);
          System.arraycopy(other, from, damaged, at, length);
        }
      }
    }
    return damaged;
  }

  private static void put(byte[] bytes, int at, int number) {
    for (int index = 0; index < 4 && at + index < bytes.length; index++) {
      bytes[at + index] = (byte) (number >> (8 * index));
    }
  }
}
