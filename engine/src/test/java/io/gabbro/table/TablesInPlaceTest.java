package io.gabbro.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.catalog.Catalog;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.flatbuffers.FlatBuffersSerializer;
import io.gabbro.serializer.flatbuffers.Monster;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.Durability;
import io.gabbro.storage.memory.MemoryDatabase;
import io.gabbro.transaction.Isolation;
import io.gabbro.transaction.TransactionManager;
import io.gabbro.transaction.TransactionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables whose values read the stored bytes in place: no value is used after its call. */
class TablesInPlaceTest {
  private final Database database = new MemoryDatabase();
  private final Table<Integer, Monster> monsters =
      new TypedTables(
              database,
              new TransactionManager(database, new Catalog(database, CatalogSnapshot.empty())),
              new TransactionOptions(Isolation.READ_COMMITTED, false, Durability.OS, Duration.ZERO),
              false,
              this)
          .open(
              "monsters",
              KeyCodecs.INT,
              new FlatBuffersSerializer<>(Monster.class, Monster::getRootAsMonster));

  TablesInPlaceTest() {
    for (int key = 0; key < 3000; key++) {
      monsters.put(key, monster(key, "monster " + key));
    }
  }

  private static Monster monster(int hp, String name) {
    return Monster.getRootAsMonster(Monster.buffer(hp, name, "friend of " + name));
  }

  @Test
  void anAccessorReadsInPlace() {
    assertEquals("monster 7", monsters.get(7, Monster::name).orElseThrow());
    assertEquals(8, monsters.get(8, Monster::hp).orElseThrow().intValue());
    assertTrue(monsters.get(5000, Monster::name).isEmpty());
  }

  @Test
  void aValueWithoutAccessorIsTheCallersOwn() {
    Monster kept = monsters.get(7).orElseThrow();
    monsters.get(8);
    monsters.delete(7);
    assertEquals("monster 7", kept.name());
  }

  @Test
  void whatLeavesAnAccessorThrows() {
    Monster escaped = monsters.get(7, monster -> monster).orElseThrow();
    assertThrows(RuntimeException.class, escaped::name);
    Monster friend = monsters.get(7, Monster::friend).orElseThrow();
    assertThrows(RuntimeException.class, friend::name);
  }

  @Test
  void whatLeavesAScanThrows() {
    List<Monster> escaped = new ArrayList<>();
    List<String> names = new ArrayList<>();
    monsters.forEach(
        (key, monster) -> {
          escaped.add(monster);
          names.add(monster.name());
        });
    assertEquals(3000, names.size());
    assertEquals("monster 2999", names.get(2999));
    for (Monster monster : escaped) {
      assertThrows(RuntimeException.class, monster::hp);
    }
  }

  @Test
  void aScannersValueEndsWhenItGoesOnOrCloses() {
    TableScanner<Integer, Monster> scanner = monsters.scan(Range.all(), Direction.FORWARD);
    assertTrue(scanner.next());
    Monster first = scanner.value();
    assertTrue(scanner.next());
    Monster second = scanner.value();
    assertThrows(RuntimeException.class, first::hp);
    assertEquals(1, second.hp());
    scanner.close();
    assertThrows(RuntimeException.class, second::hp);
  }

  @Test
  void aBufferThatIsNoneIsAnError() {
    monsters.putBytes(9, new byte[] {1, 2, 3});
    GabbroException e = assertThrows(GabbroException.class, () -> monsters.get(9, Monster::name));
    assertEquals(ErrorCode.DATA_CORRUPTED, e.code());
    assertEquals(
        "table \"monsters\", key X'80000009': the value is no FlatBuffer: it has 3 bytes",
        e.getMessage());
  }
}
