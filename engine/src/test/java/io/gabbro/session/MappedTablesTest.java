package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.key.KeyCodec;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.table.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables over entries that an application wrote, with raw values. */
class MappedTablesTest {
  private final SqlTester sql = SqlTester.inMemory();

  @AfterEach
  void close() {
    sql.close();
  }

  private <K> Table<K, byte[]> table(String name, KeyCodec<K> keys) {
    return sql.database().table(name, keys, new RawSerializer());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] order(int quantity, double price) {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(utf8("ab"))
        .putInt(8, quantity)
        .putDouble(12, price)
        .array();
  }

  @Test
  void wholeValuesAreReadAsTheyAre() {
    Table<String, byte[]> cache = table("cache", KeyCodecs.STRING);
    cache.put("b", utf8("two"));
    cache.put("a", utf8("one"));
    cache.put("", new byte[0]);
    sql.run("CREATE TABLE cache (name TEXT PRIMARY KEY, content TEXT) USING raw");
    assertEquals(List.of("|", "a|one", "b|two"), sql.run("SELECT * FROM cache"));
    assertEquals(List.of("b"), sql.run("SELECT name FROM cache WHERE content = 'two'"));
    assertEquals(List.of("two"), sql.run("SELECT content FROM cache WHERE name = 'b'"));
  }

  @Test
  void rangesOfTextKeysWithoutAnEndAreExact() {
    Table<String, byte[]> cache = table("cache", KeyCodecs.STRING);
    for (String key : List.of("a", "ab", "ab\u0000", "abc", "b", "ä")) {
      cache.put(key, utf8(key));
    }
    sql.run("CREATE TABLE cache (k TEXT PRIMARY KEY, v TEXT) USING raw");
    for (String condition :
        List.of(
            "> 'ab'",
            ">= 'ab'",
            "< 'ab'",
            "<= 'ab'",
            "= 'ab'",
            "LIKE 'ab%'",
            "IN ('b', 'a', 'x')",
            "BETWEEN 'ab' AND 'abc'")) {
      assertEquals(
          sql.run("SELECT v FROM cache WHERE v " + condition + " ORDER BY v"),
          sql.run("SELECT k FROM cache WHERE k " + condition + " ORDER BY k"),
          condition);
    }
    assertTrue(
        sql.run("EXPLAIN SELECT k FROM cache WHERE k > 'ab'")
            .toString()
            .contains("keys: k > 'ab'"));
  }

  @Test
  void placesInValuesBecomeColumns() {
    Table<Long, byte[]> orders = table("orders", KeyCodecs.LITTLE_ENDIAN_LONG);
    for (long id = 1; id <= 1000; id++) {
      orders.put(id, order((int) id, id / 2.0));
    }
    sql.run(
        "CREATE TABLE orders (id BIGINT PRIMARY KEY, code CHAR(4) AT 0, qty INTEGER AT 8 LITTLE"
            + " ENDIAN, price DOUBLE PRECISION AT 12 LITTLE ENDIAN) USING raw"
            + " OPTIONS (key 'little_endian_long')");
    assertEquals(
        List.of("1000|500500|250250.0|ab"),
        sql.run("SELECT count(*), sum(qty), sum(price), max(code) FROM orders"));
    assertEquals(List.of("7|ab|7|3.5"), sql.run("SELECT * FROM orders WHERE id = 7"));
    assertEquals(
        List.of("998", "999", "1000"), sql.run("SELECT id FROM orders WHERE id > 997 ORDER BY id"));
    assertEquals(List.of("1|1000"), sql.run("SELECT min(id), max(id) FROM orders"));
    assertEquals(List.of("3", "4"), sql.run("SELECT id FROM orders WHERE id IN (4, 3) ORDER BY 1"));
  }

  @Test
  void changesKeepTheBytesThatNoColumnCovers() {
    Table<Long, byte[]> orders = table("orders", KeyCodecs.LONG);
    byte[] value = order(5, 1.5);
    value[6] = 42;
    orders.put(1L, value);
    sql.run(
        "CREATE TABLE orders (id BIGINT PRIMARY KEY, qty INTEGER AT 8 LITTLE ENDIAN) USING raw");
    assertEquals(List.of("[1]"), sql.run("UPDATE orders SET qty = qty + 1 WHERE id = 1"));
    byte[] expected = order(6, 1.5);
    expected[6] = 42;
    assertArrayEquals(expected, orders.get(1L).orElseThrow());
    sql.run("UPDATE orders SET id = 9");
    assertArrayEquals(expected, orders.get(9L).orElseThrow());
    assertTrue(orders.get(1L).isEmpty());
    sql.run("INSERT INTO orders VALUES (10, 77)");
    assertEquals(
        "00".repeat(8) + "4d000000", HexFormat.of().formatHex(orders.get(10L).orElseThrow()));
    assertEquals(List.of("[2]"), sql.run("DELETE FROM orders"));
    assertTrue(orders.get(9L).isEmpty());
  }

  @Test
  void storedBytesGoInAndOutUntouched() {
    sql.run(
        "CREATE TABLE orders (id BIGINT PRIMARY KEY, qty INTEGER AT 8 LITTLE ENDIAN) USING raw");
    byte[] value = order(5, 1.5);
    sql.run("INSERT INTO orders (id, _value) VALUES (?, ?)", 3L, value);
    assertArrayEquals(value, table("orders", KeyCodecs.LONG).get(3L).orElseThrow());
    String hex = HexFormat.of().formatHex(value);
    assertEquals(List.of("3|" + hex + "|5"), sql.run("SELECT id, _value, qty FROM orders"));
    sql.run("UPDATE orders SET _value = ? WHERE id = 3", order(6, 1.5));
    assertEquals(List.of("6"), sql.run("SELECT qty FROM orders"));
    sql.fails(ErrorCode.SERIALIZATION, "INSERT INTO orders (id, _value) VALUES (4, x'0102')");
    sql.fails(ErrorCode.NOT_NULL_VIOLATION, "INSERT INTO orders (id, _value) VALUES (4, NULL)");
    sql.fails(
        ErrorCode.INVALID_COLUMN_REFERENCE,
        "INSERT INTO orders (id, qty, _value) VALUES (4, 1, x'00')");
    sql.fails(ErrorCode.UNIQUE_VIOLATION, "INSERT INTO orders (id, qty) VALUES (3, 1)");
    assertEquals(List.of("1"), sql.run("SELECT count(*) FROM orders"));
  }

  @Test
  void aTableWithoutPrimaryKeyHasItsKeyAsBytes() {
    Table<byte[], byte[]> entries = table("entries", KeyCodecs.BYTES);
    entries.put(new byte[] {1, 2}, utf8("x"));
    sql.run("CREATE TABLE entries (content TEXT) USING raw");
    assertEquals(List.of("0102|x"), sql.run("SELECT _key, content FROM entries"));
    sql.run("INSERT INTO entries (_key, _value) VALUES (x'03', x'41')");
    assertArrayEquals(utf8("A"), entries.get(new byte[] {3}).orElseThrow());
    sql.fails(ErrorCode.INVALID_COLUMN_REFERENCE, "INSERT INTO entries VALUES ('y')");
    sql.run("UPDATE entries SET content = 'changed' WHERE content = 'A'");
    assertArrayEquals(utf8("changed"), entries.get(new byte[] {3}).orElseThrow());
  }

  @Test
  void keysOfAllCodecsDecode() {
    table("s", KeyCodecs.INT).put(-5, utf8("v"));
    table("u", KeyCodecs.UUID).put(new UUID(1, 2), utf8("v"));
    table("i", KeyCodecs.INSTANT).put(Instant.parse("2026-01-02T03:04:05.000006Z"), utf8("v"));
    table("n", KeyCodecs.UNSIGNED_LONG).put(7L, utf8("v"));
    table("l", KeyCodecs.LITTLE_ENDIAN_INT).put(300, utf8("v"));
    table("p", KeyCodecs.pair(KeyCodecs.STRING, KeyCodecs.LONG))
        .put(new io.gabbro.key.KeyPair<>("a\u0000b", 4L), utf8("v"));
    sql.run("CREATE TABLE s (k INTEGER PRIMARY KEY, v TEXT) USING raw");
    sql.run("CREATE TABLE u (k UUID PRIMARY KEY, v TEXT) USING raw");
    sql.run("CREATE TABLE i (k TIMESTAMP WITH TIME ZONE PRIMARY KEY, v TEXT) USING raw");
    sql.run(
        "CREATE TABLE n (k BIGINT PRIMARY KEY, v TEXT) USING raw OPTIONS (key 'unsigned_long')");
    sql.run("CREATE TABLE l USING raw OPTIONS (key little_endian_int)");
    sql.run("CREATE TABLE p (a TEXT, b BIGINT, v TEXT, PRIMARY KEY (a, b)) USING raw");
    assertEquals(List.of("-5|v"), sql.run("SELECT * FROM s WHERE k = -5"));
    assertEquals(
        List.of("00000000-0000-0001-0000-000000000002|v"),
        sql.run("SELECT * FROM u WHERE k = '00000000-0000-0001-0000-000000000002'"));
    assertEquals(
        List.of("v"), sql.run("SELECT v FROM i WHERE k = '2026-01-02 03:04:05.000006+00'"));
    assertEquals(List.of("7"), sql.run("SELECT k FROM n WHERE k < 8"));
    assertEquals(List.of("300|76"), sql.run("SELECT * FROM l"));
    assertEquals(List.of("4"), sql.run("SELECT b FROM p WHERE a >= 'a' AND a < 'b'"));
    sql.fails(ErrorCode.NUMERIC_OUT_OF_RANGE, "INSERT INTO n VALUES (-1, 'x')");
  }

  @Test
  void badRowsAreToldOrSkipped() {
    Table<Long, byte[]> orders = table("orders", KeyCodecs.LONG);
    orders.put(1L, order(1, 1));
    orders.put(2L, new byte[] {1, 2, 3});
    orders.put(3L, order(3, 1));
    table("orders", KeyCodecs.BYTES).put(new byte[] {9}, order(4, 1));
    sql.run(
        "CREATE TABLE orders (id BIGINT PRIMARY KEY, qty INTEGER AT 8 LITTLE ENDIAN) USING raw");
    String message =
        sql.fails(ErrorCode.DATA_CORRUPTED, "SELECT sum(qty) FROM orders").getMessage();
    assertTrue(message.contains("orders") && message.contains("0x8000000000000002"), message);
    sql.fails(ErrorCode.DATA_CORRUPTED, "SELECT qty FROM orders WHERE id = 2");
    sql.run("SET on_bad_row = skip");
    sql.session().takeWarnings();
    assertEquals(List.of("4"), sql.run("SELECT sum(qty + id - id) FROM orders"));
    String warning = sql.session().takeWarnings().toString();
    assertTrue(warning.contains("skipped 2 rows") && warning.contains("\"orders\""), warning);
    assertEquals(List.of(), sql.run("SELECT qty FROM orders WHERE id = 2"));
  }

  @Test
  void definitionsThatDoNotFitAreRefused() {
    sql.fails(ErrorCode.UNDEFINED_SERIALIZER, "CREATE TABLE t (a INT PRIMARY KEY) USING rwa");
    for (String definition :
        List.of(
            "(a INT PRIMARY KEY, b INT) USING raw",
            "(a INT PRIMARY KEY, b NUMERIC(4,2) AT 0) USING raw",
            "(a INT PRIMARY KEY, b INT AT 0) USING raw OPTIONS (key string)",
            "(a INT PRIMARY KEY, b INT AT 0) USING raw OPTIONS (key 'int,int')",
            "(a INT PRIMARY KEY, b INT AT 0) USING raw OPTIONS (key nonsense)",
            "(a INT PRIMARY KEY, b INT AT 0) USING raw OPTIONS (cf 'gabbro.rows')",
            "(a INT PRIMARY KEY, b INT AT 0) USING raw OPTIONS (x 'y')",
            "(a INT PRIMARY KEY, b INT AT 0) USING raw OPTIONS (cf 'y', cf 'z')",
            "(a TEXT, b INT, PRIMARY KEY (a, b)) USING raw OPTIONS (key 'string,int')",
            "(a CHAR(4) PRIMARY KEY, b INT AT 0) USING raw",
            "(a VARCHAR(4) PRIMARY KEY, b INT AT 0) USING raw",
            "(a INT PRIMARY KEY, b VARCHAR(4)) USING raw",
            "(a INT PRIMARY KEY, b INT AT 2147483646) USING raw",
            "(a INT PRIMARY KEY, b INT AT 0)",
            "(a INT PRIMARY KEY, b INT PATH 'x')")) {
      sql.fails(ErrorCode.INVALID_TABLE_DEFINITION, "CREATE TABLE t " + definition);
    }
    assertEquals(List.of(), sql.run("SHOW TABLES"));
  }

  @Test
  void columnsThatAreTheSchemaStay() {
    sql.run("CREATE TABLE r (id BIGINT PRIMARY KEY, a INTEGER, b TEXT) USING fory_row");
    sql.run("INSERT INTO r VALUES (1, 2, 'x')");
    sql.fails(ErrorCode.WRONG_OBJECT, "ALTER TABLE r ADD COLUMN c INTEGER");
    sql.fails(ErrorCode.WRONG_OBJECT, "ALTER TABLE r DROP COLUMN a");
    sql.run("ALTER TABLE r RENAME COLUMN a TO d");
    assertEquals(List.of("1|2|x"), sql.run("SELECT id, d, b FROM r"));
  }

  @Test
  void storedBytesAreCopiedFromFiles(@TempDir Path directory) throws IOException {
    sql.run("CREATE TABLE c (k TEXT PRIMARY KEY, v TEXT) USING raw");
    sql.run("CREATE TABLE e (v TEXT) USING raw");
    Path file = directory.resolve("f.csv");
    Files.writeString(file, "a,\\x6f6e65\nb,\\x74776f\n");
    sql.run("COPY c (k, _value) FROM '" + file + "'");
    assertEquals(List.of("a|one", "b|two"), sql.run("SELECT * FROM c"));
    Files.writeString(file, "\\x01,\\x6f6e65\n");
    sql.run("COPY e (_key, _value) FROM '" + file + "'");
    assertEquals(List.of("01|one"), sql.run("SELECT _key, v FROM e"));
    Files.writeString(file, "c,\\xzz\n");
    String message =
        sql.fails(ErrorCode.INVALID_TEXT_REPRESENTATION, "COPY c (k, _value) FROM '" + file + "'")
            .getMessage();
    assertTrue(message.contains("_value"), message);
  }

  @Test
  void bytesThatAreNotThereAreRefused() {
    sql.run("CREATE TABLE e (v TEXT) USING raw");
    sql.fails(ErrorCode.NOT_NULL_VIOLATION, "INSERT INTO e (_key, _value) VALUES (NULL, x'00')");
    sql.fails(ErrorCode.UNDEFINED_COLUMN, "SELECT _rowid FROM e");
    sql.run("CREATE TABLE c (k TEXT PRIMARY KEY, v TEXT) USING raw");
    sql.run("INSERT INTO c VALUES ('a', 'b')");
    sql.fails(ErrorCode.INVALID_COLUMN_REFERENCE, "UPDATE c SET _value = x'63' RETURNING v");
    assertEquals(List.of("a"), sql.run("UPDATE c SET _value = x'63' RETURNING k"));
    assertEquals(List.of("c"), sql.run("SELECT v FROM c"));
  }

  @Test
  void negativeNumbersAreInNoUnsignedKey() {
    sql.run("CREATE TABLE n (k BIGINT PRIMARY KEY, v TEXT) USING raw OPTIONS (key unsigned_long)");
    sql.run("INSERT INTO n VALUES (0, 'a'), (7, 'b'), (9223372036854775807, 'c')");
    assertEquals(List.of(), sql.run("SELECT v FROM n WHERE k = -1"));
    assertEquals(List.of(), sql.run("SELECT v FROM n WHERE k = ?", -1L));
    assertEquals(List.of("b"), sql.run("SELECT v FROM n WHERE k IN (-1, 7)"));
    assertEquals(List.of("a", "b", "c"), sql.run("SELECT v FROM n WHERE k > -1"));
    assertEquals(List.of("a", "b"), sql.run("SELECT v FROM n WHERE k BETWEEN -5 AND 10"));
    assertEquals(List.of(), sql.run("SELECT v FROM n WHERE k < -3"));
    sql.fails(ErrorCode.NUMERIC_OUT_OF_RANGE, "UPDATE n SET k = -1 WHERE k = 0");
  }

  @Test
  void truncateEmptiesTheTableWhateverItsSnapshotShows() {
    Table<Long, byte[]> entries = table("t", KeyCodecs.LONG);
    entries.put(50L, utf8("x"));
    sql.run("CREATE TABLE t (k BIGINT PRIMARY KEY, v TEXT) USING raw");
    sql.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    assertEquals(List.of("1"), sql.run("SELECT count(*) FROM t"));
    entries.put(5L, utf8("y"));
    entries.put(100L, utf8("z"));
    sql.run("TRUNCATE t");
    sql.run("COMMIT");
    assertEquals(List.of("0"), sql.run("SELECT count(*) FROM t"));
  }

  @Test
  void addedColumnsAreChecked() {
    sql.run("CREATE TABLE c (k TEXT PRIMARY KEY, v TEXT) USING raw");
    sql.fails(ErrorCode.INVALID_TABLE_DEFINITION, "ALTER TABLE c ADD COLUMN n INTEGER");
    sql.fails(ErrorCode.UNDEFINED_FUNCTION, "ALTER TABLE c ADD n INT AT 0 DEFAULT nosuch()");
    assertEquals(List.of(), sql.run("SELECT * FROM c"));
  }

  @Test
  void aDefinitionThatFailsLeavesNoColumnFamily() {
    sql.fails(
        ErrorCode.INVALID_TABLE_DEFINITION, "CREATE TABLE x (a INT PRIMARY KEY, b INT) USING raw");
    assertEquals(List.of("default"), sql.run("SELECT name FROM sys.column_families ORDER BY name"));
  }

  @Test
  void columnFamiliesAreASystemTable() {
    Table<String, byte[]> cache = table("cache", KeyCodecs.STRING);
    cache.put("a", utf8("one"));
    sql.run("CREATE TABLE c USING raw OPTIONS (cf 'cache', key 'string')");
    String query =
        "SELECT f.name, f.keys, f.tables FROM sys.column_families f WHERE bytes >= 0 AND name ="
            + " 'cache'";
    assertEquals(List.of("cache|1|c"), sql.run(query));
    cache.put("b", utf8("two"));
    assertEquals(List.of("cache|2|c"), sql.run(query));
    assertEquals(
        List.of("1"), sql.run("SELECT count(*) FROM sys.column_families WHERE tables LIKE '%c%'"));
    assertTrue(
        sql.run("EXPLAIN SELECT name FROM sys.column_families").toString().contains("Values"));
    sql.fails(ErrorCode.UNDEFINED_TABLE, "SELECT * FROM sys.column_family");
    sql.fails(ErrorCode.UNDEFINED_TABLE, "DELETE FROM sys.column_families");
    sql.run("CREATE TABLE copy (name TEXT PRIMARY KEY, keys BIGINT)");
    sql.run("INSERT INTO copy SELECT name, keys FROM sys.column_families WHERE name = 'cache'");
    assertEquals(List.of("cache|2"), sql.run("SELECT * FROM copy"));
  }

  @Test
  void droppingTheTableLeavesTheEntries() {
    Table<String, byte[]> cache = table("cache", KeyCodecs.STRING);
    cache.put("a", utf8("one"));
    sql.run("CREATE TABLE t USING raw OPTIONS (cf 'cache', key 'string')");
    assertEquals(List.of("a|6f6e65"), sql.run("SELECT * FROM t"));
    sql.run("ALTER TABLE t RENAME TO u");
    sql.run("ALTER TABLE u RENAME COLUMN value TO content");
    sql.run("ALTER TABLE u ADD COLUMN first VARBINARY(1) AT 0");
    assertEquals(List.of("a|6f6e65|6f"), sql.run("SELECT * FROM u"));
    sql.fails(ErrorCode.SERIALIZATION, "UPDATE u SET first = x'41'");
    sql.run("ALTER TABLE u DROP COLUMN content");
    sql.run("UPDATE u SET first = x'41'");
    assertEquals("Ane", new String(cache.get("a").orElseThrow(), StandardCharsets.UTF_8));
    sql.run("DROP TABLE u");
    assertTrue(cache.containsKey("a"));
    sql.run("CREATE TABLE t USING raw OPTIONS (cf 'cache', key 'string')");
    sql.run("TRUNCATE t");
    assertTrue(!cache.containsKey("a"));
  }

  @Test
  void aMappingOutlivesTheProcess(@TempDir Path directory) {
    String location = directory.resolve("db").toString();
    String ddl;
    try (SqlTester first = new SqlTester(location, Map.of())) {
      first.run(
          "CREATE TABLE orders (id BIGINT PRIMARY KEY, code CHAR(4) AT 0 NOT NULL, qty INTEGER AT 8"
              + " LITTLE ENDIAN) USING raw OPTIONS (cf 'o', key 'unsigned_long')");
      first.run("INSERT INTO orders VALUES (1, 'x', 2)");
      ddl = first.run("SHOW CREATE TABLE orders").get(0);
    }
    assertEquals(
        "CREATE TABLE orders (id bigint NOT NULL, code char(4) AT 0 NOT NULL, qty integer AT 8"
            + " LITTLE ENDIAN, PRIMARY KEY (id)) USING raw OPTIONS (CF 'o', KEY 'unsigned_long')",
        ddl);
    try (SqlTester second = new SqlTester(location, Map.of())) {
      assertEquals(List.of("1|x|2"), second.run("SELECT * FROM orders"));
      assertEquals(
          List.of("o|1"),
          second.run("SHOW COLUMN FAMILIES").stream()
              .filter(row -> row.endsWith("orders|null"))
              .map(row -> row.substring(0, 3))
              .toList());
    }
  }
}
