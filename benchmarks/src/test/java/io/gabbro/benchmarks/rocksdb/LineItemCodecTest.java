package io.gabbro.benchmarks.rocksdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.benchmarks.LineItems;
import io.gabbro.benchmarks.data.LineItem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineItemCodecTest {

  private static byte[] key(LineItem item) {
    byte[] key = new byte[LineItemCodec.KEY_SIZE];
    LineItemCodec.writeKey(item.orderKey(), item.lineNumber(), key);
    return key;
  }

  @Test
  void everyColumnSurvives() {
    for (LineItem item : LineItems.random(100, 1)) {
      assertEquals(item, LineItemCodec.decode(key(item), LineItemCodec.value(item)));
    }
  }

  @Test
  void keysSortLikeTheirNumbers() {
    byte[] previous = {};
    for (LineItem item : LineItems.random(100, 1)) {
      assertTrue(LineItemCodec.compareKeys(previous, key(item)) < 0, () -> "at " + item);
      previous = key(item);
    }
  }

  @Test
  void aNewQuantityChangesNothingElse() {
    LineItem item = LineItems.random(1, 1).get(0);
    byte[] value = LineItemCodec.value(item);
    byte[] changed = Arrays.copyOf(value, value.length);
    LineItemCodec.writeQuantity(changed, 77);
    assertEquals(77, LineItemCodec.quantity(changed));
    LineItemCodec.writeQuantity(changed, item.quantity());
    assertEquals(item, LineItemCodec.decode(key(item), changed));
  }
}
