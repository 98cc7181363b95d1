package io.gabbro.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteBuilderTest {
  @Test
  void numbersLieInTheOrderThatTheNameSays() {
    ByteBuilder builder = new ByteBuilder(1);
    builder.putByte(0x101);
    builder.putShort(0x0203);
    builder.putInt(0x04050607);
    builder.putLong(0x08090A0B0C0D0E0FL);
    builder.putShortLittle(0x0203);
    builder.putIntLittle(0x04050607);
    builder.putLongLittle(0x08090A0B0C0D0E0FL);
    assertEquals(
        "01" + "0203" + "04050607" + "08090a0b0c0d0e0f" + "0302" + "07060504" + "0f0e0d0c0b0a0908",
        HexFormat.of().formatHex(builder.toByteArray()));
  }

  @Test
  void growsAndIsUsedAgain() {
    ByteBuilder builder = new ByteBuilder(0);
    for (int index = 0; index < 1000; index++) {
      builder.put(new byte[] {1, 2, 3});
    }
    assertEquals(3000, builder.length());
    byte[] array = builder.bytes();
    builder.clear();
    builder.putByte(9);
    assertEquals(array, builder.bytes());
    assertArrayEquals(new byte[] {9}, builder.toByteArray());
    builder.setLength(5000);
    assertEquals(5000, builder.length());
    assertEquals(9, builder.bytes()[0]);
  }

  @Test
  void textBecomesTheUtf8OfTheJdk() {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    Random random = new Random(seed);
    int[] limits = {0x80, 0x800, 0xD800, 0x110000};
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int count = random.nextInt(20); count > 0; count--) {
        int codePoint = random.nextInt(limits[random.nextInt(limits.length)]);
        text.appendCodePoint(codePoint >= 0xD800 && codePoint < 0xE000 ? 'x' : codePoint);
      }
      ByteBuilder builder = new ByteBuilder(0);
      builder.putByte('a');
      assertTrue(builder.putUtf8(text.toString()));
      assertArrayEquals(
          ("a" + text).getBytes(StandardCharsets.UTF_8),
          builder.toByteArray(),
          () -> "seed " + seed);
    }
  }

  @Test
  void refusesHalfASurrogatePair() {
    for (String text : new String[] {"a\uD800", "\uD800a", "\uDC00", "\uDC00\uD800"}) {
      ByteBuilder builder = new ByteBuilder();
      assertFalse(builder.putUtf8(text));
      assertEquals(0, builder.length());
    }
  }
}
