package io.gabbro.storage;

import static io.gabbro.storage.Pairs.bytes;
import static io.gabbro.storage.Pairs.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.storage.memory.MemoryDatabase;
import io.gabbro.storage.rocksdb.RocksDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random operations give the same answers on both stores and on a plain sorted map. */
class DatabaseDifferentialTest {
  private static final int STEPS = 3000;
  private static final int KEYS = 300;

  /** A state that was frozen, and the snapshots of it in both stores. */
  private record Frozen(TreeMap<String, String> model, Snapshot rocks, Snapshot memory) {}

  @TempDir Path directory;

  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<Frozen> frozen = new ArrayList<>();
  private TreeMap<String, String> model = new TreeMap<>();
  private Database rocks;
  private Database memory;
  private ColumnFamily rocksRows;
  private ColumnFamily memoryRows;

  @Test
  void answersAreTheSame() {
    open();
    for (int step = 0; step < STEPS; step++) {
      String context = "step " + step + ", -Dtests.seed=" + seed;
      int choice = random.nextInt(100);
      if (choice < 40) {
        write();
      } else if (choice < 60) {
        compareGet(context);
      } else if (choice < 85) {
        compareScan(context);
      } else if (choice < 92) {
        freezeOrThaw();
      } else if (choice < 94) {
        rocks.flush();
      } else if (choice < 95) {
        rocks.compact(rocksRows, range());
        memory.compact(memoryRows, range());
      } else if (choice < 96) {
        recreateFamily();
      } else if (choice < 97) {
        reopen();
      } else {
        compareSplit(context);
      }
    }
  }

  private void open() {
    DatabaseOptions small = DatabaseOptions.defaults().with(Option.WRITE_BUFFER, "64KB");
    rocks = RocksDatabase.open(directory.resolve("db"), small);
    rocksRows = rocks.createColumnFamily("rows");
    if (memory == null) {
      memory = new MemoryDatabase();
      memoryRows = memory.createColumnFamily("rows");
    }
  }

  @AfterEach
  void close() {
    rocks.close();
    memory.close();
  }

  private void reopen() {
    frozen.clear();
    rocks.close();
    open();
  }

  private void recreateFamily() {
    frozen.clear();
    rocks.dropColumnFamily(rocksRows);
    memory.dropColumnFamily(memoryRows);
    rocksRows = rocks.createColumnFamily("rows");
    memoryRows = memory.createColumnFamily("rows");
    model = new TreeMap<>();
  }

  private void write() {
    WriteBatch rocksBatch = new WriteBatch();
    WriteBatch memoryBatch = new WriteBatch();
    for (int operation = random.nextInt(20); operation >= 0; operation--) {
      String key = key();
      int choice = random.nextInt(100);
      if (choice < 65) {
        String value = value();
        rocksBatch.put(rocksRows, bytes(key), bytes(value));
        memoryBatch.put(memoryRows, bytes(key), bytes(value));
        model.put(key, value);
      } else if (choice < 95) {
        rocksBatch.delete(rocksRows, bytes(key));
        memoryBatch.delete(memoryRows, bytes(key));
        model.remove(key);
      } else {
        String upper = key();
        rocksBatch.deleteRange(rocksRows, Pairs.range(key, upper));
        memoryBatch.deleteRange(memoryRows, Pairs.range(key, upper));
        if (key.compareTo(upper) < 0) {
          model.subMap(key, upper).clear();
        }
      }
    }
    Durability durability = random.nextBoolean() ? Durability.OS : Durability.NONE;
    rocks.write(rocksBatch, durability);
    memory.write(memoryBatch, durability);
  }

  private void compareGet(String context) {
    Frozen state = state();
    List<byte[]> keys = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int index = 0; index < 5; index++) {
      String key = key();
      keys.add(bytes(key));
      expected.add(state.model.get(key));
      assertEquals(state.model.get(key), Pairs.get(rocks, rocksRows, state.rocks, key), context);
      assertEquals(state.model.get(key), Pairs.get(memory, memoryRows, state.memory, key), context);
    }
    assertEquals(expected, texts(rocks.multiGet(rocksRows, state.rocks, keys)), context);
    assertEquals(expected, texts(memory.multiGet(memoryRows, state.memory, keys)), context);
  }

  private static List<String> texts(List<byte[]> values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(Pairs.text(value)));
    return texts;
  }

  private void compareScan(String context) {
    Frozen state = state();
    KeyRange range = range();
    Direction direction = random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
    int blockSize = 1 + random.nextInt(50);
    List<String> expected = new ArrayList<>();
    part(state.model, range).forEach((key, value) -> expected.add(key + "=" + value));
    if (direction == Direction.BACKWARD) {
      Collections.reverse(expected);
    }
    assertEquals(
        expected, scan(rocks, rocksRows, state.rocks, range, direction, blockSize), context);
    assertEquals(
        expected, scan(memory, memoryRows, state.memory, range, direction, blockSize), context);
  }

  private void compareSplit(String context) {
    KeyRange range = range();
    int parts = 1 + random.nextInt(6);
    List<String> expected = new ArrayList<>();
    part(model, range).forEach((key, value) -> expected.add(key + "=" + value));
    assertEquals(
        expected, scanAll(rocks, rocksRows, rocks.split(rocksRows, range, parts)), context);
    assertEquals(
        expected, scanAll(memory, memoryRows, memory.split(memoryRows, range, parts)), context);
  }

  private static List<String> scanAll(Database database, ColumnFamily rows, List<KeyRange> ranges) {
    List<String> pairs = new ArrayList<>();
    for (KeyRange range : ranges) {
      pairs.addAll(scan(database, rows, null, range, Direction.FORWARD, 64));
    }
    return pairs;
  }

  private void freezeOrThaw() {
    if (frozen.size() > 4 || (!frozen.isEmpty() && random.nextBoolean())) {
      Frozen thawed = frozen.remove(random.nextInt(frozen.size()));
      thawed.rocks.close();
      thawed.memory.close();
    } else {
      frozen.add(new Frozen(new TreeMap<>(model), rocks.snapshot(), memory.snapshot()));
    }
  }

  private Frozen state() {
    int index = random.nextInt(frozen.size() + 1);
    return index < frozen.size() ? frozen.get(index) : new Frozen(model, null, null);
  }

  private static NavigableMap<String, String> part(
      NavigableMap<String, String> map, KeyRange range) {
    if (range.isEmpty()) {
      return new TreeMap<>();
    }
    NavigableMap<String, String> part = map;
    if (range.lower() != null) {
      part = part.tailMap(Pairs.text(range.lower()), true);
    }
    return range.upper() == null ? part : part.headMap(Pairs.text(range.upper()), false);
  }

  private KeyRange range() {
    return Pairs.range(
        random.nextInt(4) == 0 ? null : key(), random.nextInt(4) == 0 ? null : key());
  }

  private String key() {
    int number = random.nextInt(KEYS);
    return number == 0 ? "" : (char) (number % 256) + (number > 256 ? "suffix" : "");
  }

  private String value() {
    int length = random.nextInt(20) == 0 ? random.nextInt(5000) : random.nextInt(30);
    return String.valueOf((char) ('a' + random.nextInt(26))).repeat(length);
  }
}
