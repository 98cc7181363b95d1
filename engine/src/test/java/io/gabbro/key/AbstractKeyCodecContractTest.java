package io.gabbro.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every {@link KeyCodec} does.
 *
 * @param <K> the type of the keys
 */
abstract class AbstractKeyCodecContractTest<K> {
  private static final int KEYS = 200;

  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  final Random random = new Random(seed);

  abstract KeyCodec<K> codec();

  /** Keys and their bytes on disk in hexadecimal. */
  abstract List<Map.Entry<K, String>> golden();

  /** Any key. */
  abstract K randomKey();

  /** The order of keys, if the codec preserves it. */
  abstract Comparator<K> order();

  private byte[] encode(K key) {
    ByteBuilder target = new ByteBuilder(1);
    codec().encode(key, target);
    return target.toByteArray();
  }

  @Test
  void bytesOnDiskDoNotChange() {
    for (Map.Entry<K, String> entry : golden()) {
      assertEquals(entry.getValue(), HexFormat.of().formatHex(encode(entry.getKey())));
    }
  }

  @Test
  void bytesSortAsKeys() {
    List<K> keys = new ArrayList<>();
    golden().forEach(entry -> keys.add(entry.getKey()));
    while (keys.size() < KEYS) {
      keys.add(randomKey());
    }
    List<byte[]> encoded = keys.stream().map(this::encode).toList();
    for (int left = 0; left < keys.size(); left++) {
      for (int right = 0; right < keys.size(); right++) {
        int byBytes = Integer.signum(Arrays.compareUnsigned(encoded.get(left), encoded.get(right)));
        int byValue = Integer.signum(order().compare(keys.get(left), keys.get(right)));
        if (codec().preservesOrder() ? byBytes != byValue : (byBytes == 0) != (byValue == 0)) {
          fail(keys.get(left) + " " + keys.get(right) + ", seed " + seed);
        }
      }
    }
  }

  @Test
  void keysDecodeInTheMiddleOfAnArray() {
    for (int round = 0; round < KEYS; round++) {
      K key = randomKey();
      ByteBuilder target = new ByteBuilder();
      target.putByte(7);
      codec().encode(key, target);
      int length = target.length() - 1;
      target.putByte(7);
      K decoded = codec().decode(target.bytes(), 1, length);
      Arrays.fill(target.bytes(), (byte) 0);
      assertEquals(0, order().compare(key, decoded), () -> key + ", seed " + seed);
      assertTrue(codec().fixedWidth() == KeyCodec.VARIABLE || codec().fixedWidth() == length);
    }
  }

  /** Bytes decode to a key that encodes to them, or are refused. */
  @Test
  void anyBytesAreAKeyOrRefused() {
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = encode(randomKey());
      byte[] changed = Arrays.copyOf(bytes, Math.max(0, bytes.length + random.nextInt(5) - 2));
      if (changed.length > 0) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        K key = codec().decode(changed, 0, changed.length);
        assertEquals(
            HexFormat.of().formatHex(changed),
            HexFormat.of().formatHex(encode(key)),
            () -> "seed " + seed);
      } catch (GabbroException e) {
        assertEquals(ErrorCode.SERIALIZATION, e.code(), () -> "seed " + seed);
      }
    }
  }
}
