package io.gabbro.storage.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that fails midway, as for want of memory, leaves nothing behind. */
final class BatchApplierTest {
  private final MemoryDatabase database = new MemoryDatabase();
  private MemoryColumnFamily family;

  @BeforeEach
  void makeFamily() {
    family = (MemoryColumnFamily) database.createColumnFamily("entries");
  }

  /** Fails when it is to note one key too many. */
  private static final class LittleMemory extends StaleVersions {
    private int left;

    LittleMemory(int left) {
      this.left = left;
    }

    @Override
    void add(MemoryColumnFamily target, byte[] key, long sequence) {
      if (left-- == 0) {
        throw new OutOfMemoryError("a test");
      }
      super.add(target, key, sequence);
    }
  }

  private void put(WriteBatch batch, String key, String value) {
    batch.put(family, key.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  private WriteBatch first() {
    WriteBatch batch = new WriteBatch();
    put(batch, "a", "1");
    put(batch, "b", "1");
    put(batch, "c", "1");
    return batch;
  }

  /** Notes four keys: a, b, b and c. */
  private WriteBatch second() {
    WriteBatch batch = new WriteBatch();
    put(batch, "new", "2");
    put(batch, "a", "2");
    put(batch, "b", "2");
    put(batch, "b", "22");
    batch.deleteRange(family, new KeyRange("c".getBytes(UTF_8), "d".getBytes(UTF_8)));
    return batch;
  }

  private Map<String, String> visibleAt(long sequence) {
    Map<String, String> entries = new TreeMap<>();
    family
        .entries(KeyRange.all())
        .forEach(
            (key, newest) -> {
              Version version = newest.visibleAt(sequence);
              if (version != null && version.value != null) {
                entries.put(new String(key, UTF_8), new String(version.value, UTF_8));
              }
            });
    return entries;
  }

  private void applyThenFail(int left) {
    new BatchApplier(new StaleVersions(), first(), 1).apply();
    BatchApplier applier = new BatchApplier(new LittleMemory(left), second(), 2);
    assertThrows(OutOfMemoryError.class, applier::apply);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whatWasAppliedIsTakenBack(int left) {
    applyThenFail(left);
    Map<String, String> before = Map.of("a", "1", "b", "1", "c", "1");
    assertEquals(before, visibleAt(1));
    assertEquals(before, visibleAt(2));
    assertEquals(before.keySet(), keys());
    assertEquals(2, family.averageBytes());
  }

  private Set<String> keys() {
    return family.entries(KeyRange.all()).keySet().stream()
        .map(key -> new String(key, UTF_8))
        .collect(Collectors.toSet());
  }

  @Test
  void nextWriteShowsOnlyItself() {
    applyThenFail(3);
    WriteBatch third = new WriteBatch();
    put(third, "b", "3");
    new BatchApplier(new StaleVersions(), third, 2).apply();
    assertEquals(Map.of("a", "1", "b", "1", "c", "1"), visibleAt(1));
    assertEquals(Map.of("a", "1", "b", "3", "c", "1"), visibleAt(2));
  }

  @Test
  void whatIsNotTakenBackForWantOfMemoryIsNotSeenEither() {
    Version old = new Version(1, new byte[] {1}, null);
    Version failed = new Version(2, new byte[] {2}, old);
    failed.abandon();
    Version next = new Version(2, new byte[] {3}, failed);
    assertEquals(old, failed.visibleAt(2));
    assertEquals(old, next.visibleAt(1));
    assertEquals(next, next.visibleAt(2));
  }
}
