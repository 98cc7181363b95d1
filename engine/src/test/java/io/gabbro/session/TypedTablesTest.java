package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.fory.ForySerializer;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.table.Range;
import io.gabbro.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Typed tables of an open database. */
class TypedTablesTest {
  /** A value. */
  public record User(String name, double revenue, boolean active) {}

  private static Gabbro open() {
    return Gabbro.open("mem:typed-tables", DatabaseOptions.defaults());
  }

  private static Table<Long, User> users(Gabbro database) {
    return database.table("users", KeyCodecs.LONG, ForySerializer.builder(User.class, 100).build());
  }

  @Test
  void objectsAreStoredAndAsked() {
    try (Gabbro database = open()) {
      Table<Long, User> users = users(database);
      users.put(123L, new User("ann", 10, true));
      users.putBatch(
          List.of(
              Map.entry(1L, new User("bob", 20, false)), Map.entry(2L, new User("eve", 30, true))));
      assertEquals("ann", users.get(123L, User::name).orElseThrow());
      assertEquals(
          List.of("eve", "ann"), users.filterMap((id, user) -> user.active() ? user.name() : null));
      assertEquals(60.0, users.<Double>fold(0.0, (sum, id, user) -> sum + user.revenue()));
      assertEquals(
          50.0,
          users.<Double>fold(Range.lessThan(100L), 0.0, (sum, id, user) -> sum + user.revenue()));
    }
  }

  @Test
  void handlesOfOneDatabaseShareItsTables() {
    try (Gabbro first = open();
        Gabbro second = open()) {
      users(first).put(7L, new User("ann", 10, true));
      assertEquals("ann", users(second).get(7L).orElseThrow().name());
    }
  }

  @Test
  void aClosedDatabaseThrows() {
    Gabbro database = open();
    Table<String, byte[]> cache = database.table("cache", KeyCodecs.STRING, new RawSerializer());
    cache.put("session", new byte[] {1});
    database.close();
    GabbroException e = assertThrows(GabbroException.class, () -> cache.get("session"));
    assertEquals(ErrorCode.CLOSED, e.code());
    GabbroException again =
        assertThrows(
            GabbroException.class,
            () -> database.table("cache", KeyCodecs.STRING, new RawSerializer()));
    assertEquals(ErrorCode.CLOSED, again.code());
  }
}
