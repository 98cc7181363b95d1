package io.gabbro.examples;

import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.flatbuffers.FlatBuffersSerializer;
import io.gabbro.serializer.fory.ForySerializer;
import io.gabbro.serializer.foryrow.ForyRow;
import io.gabbro.serializer.foryrow.ForyRowEncoder;
import io.gabbro.serializer.foryrow.ForyRowSchema;
import io.gabbro.serializer.foryrow.ForyRowSerializer;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.session.Gabbro;
import io.gabbro.table.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Four tables, one of each kind of serializer; then the same questions in SQL. */
final class FourTablesExample {
  private FourTablesExample() {}

  /** A value of {@code users}: an object, which Fory serializes. */
  public record User(String name, double revenue, boolean active) {}

  /** A value of {@code sessions}: a row, whose fields are read in place. */
  public record Visit(long userId, String token) {}

  /** What the typed tables answer; the tables stay in {@code directory}. */
  static List<String> typed(Path directory) {
    List<String> answers = new ArrayList<>();
    byte[] visit = new ForyRowEncoder<>(Visit.class).encode(new Visit(123, "t0k3n"));
    byte[] monster = Monster.bytes(80, "Orc");
    byte[] data = "cached".getBytes(StandardCharsets.UTF_8);
    // example
    try (Gabbro gabbro = Gabbro.open(directory)) {
      Table<Long, User> users =
          gabbro.table("users", KeyCodecs.LONG, ForySerializer.builder(User.class, 100).build());
      Table<Long, ForyRow> sessions =
          gabbro.table(
              "sessions", KeyCodecs.LONG, new ForyRowSerializer(ForyRowSchema.of(Visit.class)));
      Table<Long, Monster> monsters =
          gabbro.table(
              "monsters",
              KeyCodecs.LONG,
              new FlatBuffersSerializer<>(Monster.class, Monster::getRootAsMonster));
      Table<String, byte[]> cache = gabbro.table("cache", KeyCodecs.STRING, new RawSerializer());

      users.put(123L, new User("Ada", 10.5, true)); // an object
      sessions.putBytes(456L, visit); // bytes that somebody has serialized already
      monsters.putBytes(789L, monster);
      cache.put("session", data);

      // What the functions see reads the stored bytes, without a copy, during their call only.
      String token = sessions.get(456L, row -> row.getString("token")).orElseThrow();
      int hp = monsters.get(789L, Monster::hp).orElseThrow();
      String name = users.get(123L, User::name).orElseThrow();

      users.putBatch( // all or none
          List.of(
              Map.entry(1L, new User("Bob", 20, false)),
              Map.entry(2L, new User("Eve", 2_000_000, true)),
              Map.entry(3L, new User("Joe", 30, true))));
      List<String> active = users.filterMap((id, user) -> user.active() ? user.name() : null);
      double revenue = users.fold(0.0, (sum, id, user) -> sum + user.revenue());
      List<String> rich = new ArrayList<>();
      users.forEach(
          (id, user) -> {
            if (user.revenue() > 1_000_000) {
              rich.add(id + ": " + user.name());
            }
          });
      // end
      answers.addAll(List.of(token, "" + hp, name, "" + active, "" + revenue, "" + rich));
      answers.add(new String(cache.get("session").orElseThrow(), StandardCharsets.UTF_8));
    }
    return answers;
  }

  /** What SQL answers to the same questions. */
  static List<String> sql(Path directory, Path schema) throws SQLException {
    List<String> answers = new ArrayList<>();
    String url = "jdbc:gabbro:" + directory + "?file_access=true";
    Properties classes = new Properties();
    classes.setProperty(
        "fory_classes", User.class.getName() + "=100," + Visit.class.getName() + "=101");
    try (Connection connection = DriverManager.getConnection(url, classes);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE users (id BIGINT PRIMARY KEY) USING fory OPTIONS (class '"
              + User.class.getName()
              + "')");
      statement.execute(
          "CREATE TABLE sessions (id BIGINT PRIMARY KEY) USING fory_row OPTIONS (class '"
              + Visit.class.getName()
              + "')");
      statement.execute(
          "CREATE TABLE monsters (id BIGINT PRIMARY KEY) USING flatbuffers OPTIONS (schema '"
              + schema
              + "')");
      statement.execute("CREATE TABLE cache (name TEXT PRIMARY KEY, content TEXT) USING raw");
      for (String query :
          List.of(
              "SELECT token FROM sessions WHERE id = 456",
              "SELECT hp FROM monsters WHERE id = 789",
              "SELECT name FROM users WHERE id = 123",
              "SELECT '[' || string_agg(name, ', ') || ']' FROM users WHERE active",
              "SELECT sum(revenue) FROM users",
              "SELECT '[' || string_agg(id || ': ' || name, ', ') || ']' FROM users"
                  + " WHERE revenue > 1000000",
              "SELECT content FROM cache WHERE name = 'session'")) {
        try (ResultSet rows = statement.executeQuery(query)) {
          rows.next();
          answers.add(rows.getString(1));
        }
      }
    }
    return answers;
  }
}
