package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.fory.ForySerializer;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of registered serializers as SQL tables. */
class ObjectTablesTest {
  /** Where somebody lives. */
  public record Address(String street, String city) {}

  /** A value. */
  public record User(String name, double revenue, boolean active, Address address) {}

  private static final String CLASSES =
      User.class.getName() + "=100," + Address.class.getName() + "=101";

  private static final ForySerializer<User> USERS =
      ForySerializer.builder(User.class, 100).register(Address.class, 101).build();

  private static SqlTester open(String location) {
    return new SqlTester(location, Map.of("fory_classes", CLASSES));
  }

  private static Table<Long, User> users(SqlTester sql) {
    return sql.database().table("users", KeyCodecs.LONG, USERS);
  }

  private static void fill(Table<Long, User> users) {
    users.putBatch(
        List.of(
            Map.entry(1L, new User("Ada", 10.5, true, new Address("High St", "London"))),
            Map.entry(2L, new User("Bob", 20, false, null)),
            Map.entry(3L, new User("Eve", 30, true, new Address(null, "Paris")))));
  }

  @Test
  void objectsAndRowsAreTheSameEntries() {
    try (SqlTester sql = open("mem:")) {
      Table<Long, User> users = users(sql);
      fill(users);
      sql.run(
          "CREATE TABLE users (id BIGINT PRIMARY KEY, name TEXT, revenue DOUBLE PRECISION, active"
              + " BOOLEAN, city TEXT PATH 'address.city') USING fory OPTIONS (class '"
              + User.class.getName()
              + "')");
      assertEquals(
          List.of("1|Ada|10.5|true|London", "2|Bob|20.0|false|null", "3|Eve|30.0|true|Paris"),
          sql.run("SELECT * FROM users"));
      assertEquals(List.of("40.5"), sql.run("SELECT sum(revenue) FROM users WHERE active"));
      assertEquals(List.of("[1]"), sql.run("UPDATE users SET name = 'Ann' WHERE id = 1"));
      assertEquals(
          new User("Ann", 10.5, true, new Address("High St", "London")),
          users.get(1L).orElseThrow());
      sql.run("INSERT INTO users VALUES (4, 'Joe', 1, true, 'Rome')");
      assertEquals(
          new User("Joe", 1, true, new Address(null, "Rome")), users.get(4L).orElseThrow());
      sql.run("DELETE FROM users WHERE city = 'Paris'");
      assertTrue(users.get(3L).isEmpty());
    }
  }

  @Test
  void theColumnsMayBeLeftOut() {
    try (SqlTester sql = open("mem:")) {
      fill(users(sql));
      sql.run(
          "CREATE TABLE users USING fory OPTIONS (class '" + User.class.getName() + "', key long)");
      assertEquals(
          List.of("3|Eve|30.0|true|null|Paris"), sql.run("SELECT * FROM users WHERE key = 3"));
      assertEquals(
          List.of("key", "name", "revenue", "active", "address_street", "address_city"),
          sql.session().catalog().tables().iterator().next().columns().stream()
              .map(column -> column.name())
              .toList());
    }
  }

  @Test
  void classesMustBeAllowed() {
    try (SqlTester sql = SqlTester.inMemory()) {
      String create =
          "CREATE TABLE users (id BIGINT PRIMARY KEY, name TEXT) USING fory OPTIONS (class '"
              + User.class.getName()
              + "')";
      GabbroException refused = sql.fails(ErrorCode.INVALID_TABLE_DEFINITION, create);
      assertTrue(refused.hint().orElseThrow().contains("fory_classes"), refused.hint().toString());
      sql.database().registerClass(User.class, 100);
      sql.database().registerClass(Address.class, 101);
      sql.run(create);
      sql.fails(
          ErrorCode.INVALID_TABLE_DEFINITION,
          create.replace("users (", "t (").replace("name TEXT", "nam TEXT"));
      sql.fails(
          ErrorCode.INVALID_TABLE_DEFINITION,
          create.replace("users (", "t (").replace("name TEXT", "name INTEGER"));
    }
    assertThrows(
        GabbroException.class, () -> new SqlTester("mem:", Map.of("fory_classes", "no.Such=1")));
  }

  @Test
  void aTableWhoseClassIsGoneKeepsNoOtherFromBeingUsed(@TempDir Path directory) {
    String location = directory.resolve("db").toString();
    try (SqlTester sql = open(location)) {
      fill(users(sql));
      sql.run("CREATE TABLE other (a INT PRIMARY KEY)");
      sql.run(
          "CREATE TABLE users (id BIGINT PRIMARY KEY, name TEXT) USING fory OPTIONS (class '"
              + User.class.getName()
              + "')");
    }
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      sql.run("INSERT INTO other VALUES (1)");
      sql.fails(ErrorCode.INVALID_TABLE_DEFINITION, "SELECT * FROM users");
      assertEquals(2, sql.run("SHOW TABLES").size());
    }
    try (SqlTester sql = open(location)) {
      assertEquals(List.of("Ada", "Bob", "Eve"), sql.run("SELECT name FROM users"));
    }
  }

  @Test
  void aTableOfARegisteredSerializerWaitsForItAfterReopening(@TempDir Path directory) {
    String location = directory.resolve("db").toString();
    ForySerializer<Address> addresses =
        ForySerializer.builder(Address.class, 7).name("acme").build();
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      sql.database().registerSerializer(addresses);
      sql.run("CREATE TABLE homes (owner TEXT PRIMARY KEY, city TEXT) USING acme");
      sql.run("INSERT INTO homes VALUES ('a', 'Rome')");
    }
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      sql.fails(ErrorCode.UNDEFINED_SERIALIZER, "SELECT * FROM homes");
      sql.database().registerSerializer(addresses);
      assertEquals(List.of("a|Rome"), sql.run("SELECT * FROM homes"));
      sql.run("ALTER TABLE homes DROP COLUMN city");
    }
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      sql.database().registerSerializer(addresses);
      assertEquals(List.of("a"), sql.run("SELECT * FROM homes"));
    }
  }

  @Test
  void classesThatAreAllowedLaterCount() {
    try (SqlTester sql = SqlTester.inMemory()) {
      fill(users(sql));
      sql.database().registerClass(User.class, 100);
      sql.run(
          "CREATE TABLE users (id BIGINT PRIMARY KEY, name TEXT) USING fory OPTIONS (class '"
              + User.class.getName()
              + "')");
      sql.fails(ErrorCode.DATA_CORRUPTED, "SELECT name FROM users");
      sql.database().registerClass(Address.class, 101);
      assertEquals(List.of("Ada", "Bob", "Eve"), sql.run("SELECT name FROM users"));
    }
  }

  @Test
  void aFailedOpenLeavesNothingOpen(@TempDir Path directory) {
    String location = directory.resolve("db").toString();
    assertThrows(
        GabbroException.class, () -> new SqlTester(location, Map.of("fory_classes", "no.Such=1")));
    try (SqlTester sql = new SqlTester(location, Map.of("threads", "3"))) {
      assertEquals("3", sql.session().option(io.gabbro.config.Option.THREADS));
    }
    // Only a closed database can be opened in another mode.
    try (SqlTester sql = new SqlTester(location, Map.of("mode", "readonly"))) {
      sql.fails(ErrorCode.READ_ONLY, "CREATE TABLE t (a INT)");
    }
  }

  @Test
  void undecodableObjectsNameTableAndKey() {
    try (SqlTester sql = open("mem:")) {
      fill(users(sql));
      sql.database()
          .table("users", KeyCodecs.LONG, new RawSerializer())
          .put(9L, new byte[] {1, 2, 3});
      sql.run(
          "CREATE TABLE users (id BIGINT PRIMARY KEY, name TEXT) USING fory OPTIONS (class '"
              + User.class.getName()
              + "')");
      String message = sql.fails(ErrorCode.DATA_CORRUPTED, "SELECT name FROM users").getMessage();
      assertTrue(message.contains("users") && message.contains("0x8000000000000009"), message);
      sql.run("SET on_bad_row = skip");
      assertEquals(List.of("3"), sql.run("SELECT count(name) FROM users"));
      sql.fails(ErrorCode.SERIALIZATION, "INSERT INTO users (id, _value) VALUES (5, x'010203')");
    }
  }

  @Test
  void aTransactionHoldsTypedTablesAndSql() {
    try (SqlTester sql = open("mem:")) {
      Gabbro database = sql.database();
      Table<Long, User> users = users(sql);
      fill(users);
      sql.run(
          "CREATE TABLE users (id BIGINT PRIMARY KEY, name TEXT) USING fory OPTIONS (class '"
              + User.class.getName()
              + "')");
      assertThrows(
          IllegalStateException.class,
          () ->
              database.transaction(
                  session -> {
                    session.in(users).delete(1L);
                    assertEquals(List.of("2"), query(session, "SELECT count(*) FROM users"));
                    query(session, "UPDATE users SET name = 'Bea' WHERE id = 2");
                    assertEquals("Bea", session.in(users).get(2L).orElseThrow().name());
                    assertEquals("Bob", users.get(2L).orElseThrow().name());
                    throw new IllegalStateException();
                  }));
      assertEquals("Ada", users.get(1L).orElseThrow().name());
      assertEquals("Bob", users.get(2L).orElseThrow().name());
    }
  }

  @Test
  void aSnapshotShowsOneState() {
    try (SqlTester sql = open("mem:")) {
      Table<Long, User> users = users(sql);
      fill(users);
      sql.run(
          "CREATE TABLE users (id BIGINT PRIMARY KEY, name TEXT) USING fory OPTIONS (class '"
              + User.class.getName()
              + "')");
      sql.database()
          .snapshot(
              session -> {
                users.put(4L, new User("Joe", 0, true, null));
                users.delete(1L);
                assertEquals(List.of("3"), query(session, "SELECT count(*) FROM users"));
                assertEquals("Ada", session.in(users).get(1L).orElseThrow().name());
                assertThrows(GabbroException.class, () -> session.in(users).delete(2L));
                return null;
              });
      assertEquals(List.of("2", "3", "4"), sql.run("SELECT id FROM users"));
    }
  }

  @Test
  void registeredSerializersAreTablesToo() {
    try (SqlTester sql = SqlTester.inMemory()) {
      ForySerializer<Address> addresses =
          ForySerializer.builder(Address.class, 7).name("acme").build();
      sql.database().registerSerializer(addresses);
      ForySerializer<User> another = ForySerializer.builder(User.class, 7).name("acme").build();
      assertThrows(GabbroException.class, () -> sql.database().registerSerializer(another));
      sql.database()
          .table("homes", KeyCodecs.STRING, addresses)
          .put("a", new Address("High St", "London"));
      sql.run("CREATE TABLE homes (owner TEXT PRIMARY KEY) USING acme");
      assertEquals(List.of("a|High St|London"), sql.run("SELECT * FROM homes"));
    }
  }

  private static List<String> query(Session session, String text) {
    PreparedPlan plan = session.prepare(text);
    return SqlTester.rows(plan.execute(new Parameters(List.of()), new Cancellation()));
  }
}
