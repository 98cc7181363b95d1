package io.gabbro.examples;

import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.fory.ForySerializer;
import io.gabbro.session.Gabbro;
import io.gabbro.table.Range;
import io.gabbro.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Typed tables. */
final class TableExample {
  private TableExample() {}

  /** A value of the table. */
  public record User(String name, double revenue) {}

  static String run(Path directory) {
    StringBuilder output = new StringBuilder();
    // example
    try (Gabbro gabbro = Gabbro.open(directory)) {
      Table<Long, User> users =
          gabbro.table("users", KeyCodecs.LONG, ForySerializer.builder(User.class, 100).build());

      users.put(1L, new User("Ada", 10));
      users.putBatch(
          Map.of(2L, new User("Grace", 20), 3L, new User("Edsger", 30)).entrySet()); // atomic
      String name = users.get(2L, User::name).orElseThrow();
      double revenue = users.fold(0.0, (sum, id, user) -> sum + user.revenue());
      List<String> rich =
          users.filterMap(
              Range.atLeast(2L), (id, user) -> user.revenue() > 25 ? user.name() : null);

      gabbro.transaction(
          session -> {
            Table<Long, User> mine = session.in(users);
            mine.delete(1L);
            mine.put(4L, new User("Barbara", 40));
            return null;
          });
      output.append(name).append(' ').append(revenue).append(' ').append(rich);
      output.append(' ').append(users.containsKey(1L));
    }
    // end
    return output.toString();
  }
}
