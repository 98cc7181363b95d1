package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.serializer.kafka.Sensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that Kafka Streams wrote, as tables. */
class KafkaStoresTest {
  private static final Map<String, String> READ_ONLY =
      Map.of("mode", "readonly", "time_zone", "UTC");

  @TempDir Path directory;
  private StateDirectory state;

  @BeforeEach
  void openState() {
    state = new StateDirectory(directory.resolve("state"));
  }

  private SqlTester reader(String store) {
    return new SqlTester(state.location(store), READ_ONLY);
  }

  /** One that keeps its tables in a file beside the state. */
  private SqlTester writer(String store) {
    String mappings = directory.resolve("mappings.sql").toString();
    return new SqlTester(state.location(store), Map.of("mappings", mappings, "time_zone", "UTC"));
  }

  private void writeNames() {
    state.plain(
        "names",
        Serdes.Long(),
        Serdes.String(),
        store -> {
          for (long key : new long[] {-5, -1, 0, 7, 1000, Long.MIN_VALUE, Long.MAX_VALUE}) {
            store.put(key, "n" + key);
          }
          store.put(8L, "gone");
          store.delete(8L);
          store.put(9L, "gone too");
          store.put(9L, null);
        });
  }

  @Test
  void aPlainStoreIsATable() {
    writeNames();
    try (SqlTester sql = reader("names")) {
      sql.run(
          "CREATE TABLE names (id BIGINT PRIMARY KEY, value TEXT) USING kafka OPTIONS (value string)");
      assertEquals(
          List.of(
              Long.MIN_VALUE + "|n" + Long.MIN_VALUE,
              "-5|n-5",
              "-1|n-1",
              "0|n0",
              "7|n7",
              "1000|n1000",
              Long.MAX_VALUE + "|n" + Long.MAX_VALUE),
          sql.run("SELECT * FROM names ORDER BY id"));
      assertEquals(List.of("n-5"), sql.run("SELECT value FROM names WHERE id = -5"));
      assertEquals(
          List.of("-5", "-1", "0", "7"),
          sql.run("SELECT id FROM names WHERE id > -6 AND id < 8 ORDER BY id"));
      assertEquals(
          List.of(Long.MIN_VALUE + "|" + Long.MAX_VALUE),
          sql.run("SELECT min(id), max(id) FROM names"));
      assertEquals(List.of("7"), sql.run("SELECT id FROM names WHERE id IN (8, 7, 9)"));
    }
  }

  @Test
  void aStoreWithTimestampsIsATable() {
    state.timestamped(
        "counts",
        Serdes.String(),
        Serdes.Long(),
        store -> {
          store.put("a", ValueAndTimestamp.make(3L, 1_700_000_000_123L));
          store.put("b", ValueAndTimestamp.make(-4L, 0L));
          store.put("c", ValueAndTimestamp.make(5L, -1L));
        });
    try (SqlTester sql = reader("counts")) {
      sql.run("CREATE TABLE counts USING kafka OPTIONS (key string, value long, timestamps true)");
      assertEquals(
          List.of("a|3|2023-11-14T22:13:20.123Z", "b|-4|1970-01-01T00:00Z", "c|5|null"),
          sql.run("SELECT key, value, record_timestamp FROM counts"));
      assertEquals(
          List.of("a"),
          sql.run(
              "SELECT key FROM counts WHERE record_timestamp > TIMESTAMP '2020-01-01 00:00:00'"));
      assertEquals(
          List.of(
              "CREATE TABLE counts (key text NOT NULL, value bigint, record_timestamp timestamp"
                  + " with time zone, PRIMARY KEY (key)) USING kafka OPTIONS (KEY 'string', VALUE"
                  + " 'long', TIMESTAMPS 'true', CF 'keyValueWithTimestamp')"),
          sql.run("SHOW CREATE TABLE counts"));
      assertTrue(
          sql.run("SHOW COLUMN FAMILIES").stream()
              .anyMatch(row -> row.startsWith("keyValueWithTimestamp|")));
    }
  }

  @Test
  void kafkaReadsWhatSqlWrote() {
    writeNames();
    try (SqlTester sql = writer("names")) {
      sql.run(
          "CREATE TABLE names (id BIGINT PRIMARY KEY, value TEXT) USING kafka OPTIONS (value string)");
      sql.run("INSERT INTO names VALUES (-6, 'six'), (42, 'more')");
      assertEquals(List.of("[1]"), sql.run("UPDATE names SET value = 'five' WHERE id = -5"));
      sql.run("DELETE FROM names WHERE id = 1000");
      sql.fails(ErrorCode.SERIALIZATION, "UPDATE names SET value = NULL WHERE id = 0");
    }
    state.plain(
        "names",
        Serdes.Long(),
        Serdes.String(),
        store -> {
          assertEquals("six", store.get(-6L));
          assertEquals("more", store.get(42L));
          assertEquals("five", store.get(-5L));
          assertEquals("n0", store.get(0L));
          assertNull(store.get(1000L));
          List<Long> keys = new ArrayList<>();
          try (var all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
          }
          assertEquals(List.of(0L, 7L, 42L, Long.MAX_VALUE, Long.MIN_VALUE, -6L, -5L, -1L), keys);
          store.put(43L, "back");
        });
    try (SqlTester sql = writer("names")) {
      assertEquals(List.of("back"), sql.run("SELECT value FROM names WHERE id = 43"));
    }
  }

  @Test
  void kafkaReadsTimestampsThatSqlWrote() {
    state.timestamped(
        "counts",
        Serdes.String(),
        Serdes.Long(),
        store -> store.put("a", ValueAndTimestamp.make(3L, 1234L)));
    try (SqlTester sql = writer("counts")) {
      sql.run("CREATE TABLE counts USING kafka OPTIONS (key string, value long, timestamps true)");
      sql.run("UPDATE counts SET value = value + 1");
      sql.run("INSERT INTO counts VALUES ('b', -7, TIMESTAMP '1970-01-01 00:00:02')");
      sql.run("INSERT INTO counts (key, value) VALUES ('c', 1)");
    }
    state.timestamped(
        "counts",
        Serdes.String(),
        Serdes.Long(),
        store -> {
          assertEquals(ValueAndTimestamp.make(4L, 1234L), store.get("a"));
          assertEquals(ValueAndTimestamp.make(-7L, 2000L), store.get("b"));
          assertEquals(ValueAndTimestamp.make(1L, -1L), store.get("c"));
        });
  }

  @Test
  void integersUuidsAndObjectsOfASerializer() {
    state.plain("ids", Serdes.Integer(), Serdes.UUID(), store -> store.put(-2, new UUID(1, 2)));
    try (SqlTester sql = reader("ids")) {
      sql.run("CREATE TABLE ids USING kafka OPTIONS (key int, value uuid)");
      assertEquals(
          List.of("-2|00000000-0000-0001-0000-000000000002"),
          sql.run("SELECT * FROM ids WHERE value = '00000000-0000-0001-0000-000000000002'"));
    }
    state.timestamped(
        "sensors",
        Serdes.UUID(),
        Serdes.ByteArray(),
        store -> {
          store.put(
              new UUID(3, 4), ValueAndTimestamp.make(new Sensor(-9, "attic").toBytes(), 5000L));
          store.put(new UUID(5, 6), ValueAndTimestamp.make(new byte[] {1}, 5000L));
        });
    try (SqlTester sql = reader("sensors")) {
      sql.database().registerSerializer(new Sensor.Serializer());
      sql.run(
          "CREATE TABLE sensors USING kafka OPTIONS (key string, value 'sensor', timestamps true)");
      String good = "SELECT * FROM sensors WHERE key = '00000000-0000-0003-0000-000000000004'";
      assertEquals(
          List.of("00000000-0000-0003-0000-000000000004|-9|attic|1970-01-01T00:00:05Z"),
          sql.run(good));
      sql.fails(ErrorCode.DATA_CORRUPTED, "SELECT level FROM sensors");
      sql.run("SET on_bad_row = skip");
      assertEquals(List.of("-9"), sql.run("SELECT level FROM sensors"));
    }
  }

  @Test
  void keysWithoutAUsualSerdeNeedTheOption() {
    try (SqlTester sql = SqlTester.inMemory()) {
      sql.fails(
          ErrorCode.INVALID_TABLE_DEFINITION,
          "CREATE TABLE t (k DOUBLE PRECISION PRIMARY KEY, value BIGINT) USING kafka"
              + " OPTIONS (value long)");
      sql.fails(
          ErrorCode.INVALID_TABLE_DEFINITION, "CREATE TABLE t USING kafka OPTIONS (key uuid)");
      sql.fails(
          ErrorCode.INVALID_TABLE_DEFINITION, "CREATE TABLE t USING kafka OPTIONS (value sensor)");
    }
  }
}
