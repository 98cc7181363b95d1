package io.gabbro.serializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ValueSerializer} does. A subclass names the serializer and values with their
 * bytes on disk, which must never change.
 *
 * @param <V> the type of the values
 */
public abstract class AbstractValueSerializerContractTest<V> {
  private static final int MUTATIONS = 5_000;

  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /**
   * A value and its bytes.
   *
   * @param value the value
   * @param hex the bytes in hexadecimal
   */
  public record Example<V>(V value, String hex) {}

  /** The serializer. */
  protected abstract ValueSerializer<V> serializer();

  /** Different values. */
  protected abstract List<Example<V>> examples();

  /** What a value holds, as text: equal for equal values. Reads all of it. */
  protected abstract String describe(V value);

  private byte[] serialize(V value) {
    ByteBuilder target = new ByteBuilder(1);
    serializer().serialize(value, target);
    return target.toByteArray();
  }

  @Test
  void bytesOnDiskDoNotChange() {
    for (Example<V> example : examples()) {
      assertEquals(example.hex(), HexFormat.of().formatHex(serialize(example.value())));
      byte[] bytes = HexFormat.of().parseHex(example.hex());
      assertEquals(
          describe(example.value()), describe(serializer().deserialize(bytes, 0, bytes.length)));
    }
  }

  @Test
  void appendsAndReadsInTheMiddleOfAnArray() {
    ByteBuilder target = new ByteBuilder();
    List<Integer> starts = new ArrayList<>();
    for (Example<V> example : examples()) {
      target.putByte(0xAA);
      starts.add(target.length());
      serializer().serialize(example.value(), target);
    }
    target.putByte(0xAA);
    starts.add(target.length());
    for (int index = 0; index < examples().size(); index++) {
      int length = starts.get(index + 1) - 1 - starts.get(index);
      V read = serializer().deserialize(target.bytes(), starts.get(index), length);
      assertEquals(describe(examples().get(index).value()), describe(read));
      assertEquals((byte) 0xAA, target.bytes()[starts.get(index) - 1]);
    }
  }

  @Test
  void valuesDoNotReferToTheArray() {
    for (Example<V> example : examples()) {
      byte[] bytes = serialize(example.value());
      V read = serializer().deserialize(bytes, 0, bytes.length);
      Arrays.fill(bytes, (byte) 0x5A);
      assertEquals(describe(example.value()), describe(read));
    }
  }

  @Test
  void viewsAreTheSameValuesUntilTheyAreEnded() {
    for (Example<V> example : examples()) {
      ByteBuffer bytes = ByteBuffer.wrap(serialize(example.value()));
      V view = serializer().view(bytes);
      assertEquals(describe(example.value()), describe(view));
      bytes.limit(0);
      if (serializer().readsInPlace()) {
        assertThrows(RuntimeException.class, () -> describe(view));
      } else {
        assertEquals(describe(example.value()), describe(view));
      }
    }
  }

  @Test
  void valuesThatWereReadSerializeToTheSameBytes() {
    for (Example<V> example : examples()) {
      byte[] bytes = HexFormat.of().parseHex(example.hex());
      V read = serializer().deserialize(bytes, 0, bytes.length);
      assertArrayEquals(bytes, serialize(read));
    }
  }

  @Test
  void threadsShareASerializer() throws Exception {
    ValueSerializer<V> shared = serializer();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Void>> results = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        Callable<Void> task = () -> roundTrips(shared);
        results.add(threads.submit(task));
      }
      for (Future<Void> result : results) {
        result.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private Void roundTrips(ValueSerializer<V> shared) {
    ByteBuilder target = new ByteBuilder();
    for (int round = 0; round < 500; round++) {
      Example<V> example = examples().get(round % examples().size());
      target.clear();
      shared.serialize(example.value(), target);
      V read = shared.deserialize(target.bytes(), 0, target.length());
      assertEquals(describe(example.value()), describe(read));
    }
    return null;
  }

  /** Corrupt bytes are refused, or are some value. */
  @Test
  void corruptBytesAreRefusedOrAreAValue() {
    for (int round = 0; round < MUTATIONS; round++) {
      Example<V> example = examples().get(random.nextInt(examples().size()));
      byte[] bytes = mutated(HexFormat.of().parseHex(example.hex()));
      try {
        assertNotNull(serializer().deserialize(bytes, 0, bytes.length));
      } catch (GabbroException e) {
        assertEquals(ErrorCode.SERIALIZATION, e.code(), () -> "seed " + seed);
      }
    }
  }

  private byte[] mutated(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int count = random.nextInt(3); count >= 0 && changed.length > 0; count--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0
        ? Arrays.copyOf(changed, random.nextInt(changed.length + 4))
        : changed;
  }

  @Test
  void hasANameAndAType() {
    assertFalse(serializer().name().isBlank());
    for (Example<V> example : examples()) {
      assertEquals(example.value(), serializer().type().cast(example.value()));
    }
  }
}
