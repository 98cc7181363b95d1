package io.gabbro.fuzz;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.fory.ForySerializer;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.session.SqlTester;
import io.gabbro.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Values of mapped tables, as another program may have written them, read by SQL. */
final class StoredTarget implements FuzzTarget {
  /** Objects in an object. */
  public record Address(String city, int zip) {}

  /** A value of Fory. */
  public record User(
      String name,
      double revenue,
      Address home,
      List<String> tags,
      Map<String, Address> others,
      User parent,
      int[] numbers) {}

  private static final String CLASSES =
      User.class.getName() + "=100," + Address.class.getName() + "=101";
  private static final ForySerializer<User> USERS =
      ForySerializer.builder(User.class, 100).register(Address.class, 101).build();

  private final SqlTester sql = new SqlTester("mem:", Map.of("fory_classes", CLASSES));
  private final Table<Long, byte[]> values =
      sql.database().table("v", KeyCodecs.LONG, new RawSerializer());
  private final Kind kind;

  /** What lies in the table. */
  enum Kind {
    FORY,
    FORY_ROW,
    FLATBUFFERS
  }

  StoredTarget(Kind kind) {
    this.kind = kind;
    switch (kind) {
      case FORY ->
          sql.run(
              "CREATE TABLE a USING fory OPTIONS (class '"
                  + User.class.getName()
                  + "', cf 'v', key long)");
      case FORY_ROW ->
          sql.run(
              "CREATE TABLE a (id BIGINT PRIMARY KEY, b TEXT, c DOUBLE PRECISION, d DATE,"
                  + " e NUMERIC(20, 3), f BOOLEAN, g TIMESTAMP, h BYTEA, i SMALLINT)"
                  + " USING fory_row OPTIONS (cf 'v')");
      case FLATBUFFERS -> {
        String schema = Base64.getEncoder().encodeToString(resource("monsters.bfbs"));
        for (String table : List.of("a", "b")) {
          sql.run(
              "CREATE TABLE "
                  + table
                  + " USING flatbuffers OPTIONS (schema_base64 '"
                  + schema
                  + "', cf 'v', key long"
                  + (table.equals("b") ? ", verify read)" : ")"));
        }
      }
    }
  }

  private static byte[] resource(String name) {
    String path = "/io/gabbro/serializer/flatbuffers/" + name;
    try (InputStream bytes = StoredTarget.class.getResourceAsStream(path)) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void accept(byte[] input) {
    values.put(1L, input);
    read("SELECT * FROM a");
    if (kind == Kind.FLATBUFFERS) {
      read("SELECT * FROM b");
    }
  }

  private void read(String query) {
    try {
      sql.run(query);
    } catch (GabbroException e) {
      if (e.code() != ErrorCode.DATA_CORRUPTED && e.code() != ErrorCode.SERIALIZATION) {
        throw e;
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    switch (kind) {
      case FORY -> {
        User plain = new User("Ada", 1.5, null, List.of(), Map.of(), null, new int[0]);
        seeds.add(bytes(plain));
        seeds.add(
            bytes(
                new User(
                    "Böb",
                    Double.NaN,
                    new Address("Rome", 7),
                    List.of("a", "b"),
                    Map.of("x", new Address(null, -1)),
                    plain,
                    new int[] {1, -2, Integer.MAX_VALUE})));
      }
      case FORY_ROW -> {
        sql.run(
            "INSERT INTO a VALUES (7, 'text', 0.5, DATE '2024-02-29', -1.5, TRUE,"
                + " TIMESTAMP '2024-01-01 00:00:00', CAST('abc' AS BYTEA), 3), (8, NULL, NULL, NULL,"
                + " NULL, NULL, NULL, NULL, NULL)");
        seeds.add(values.get(7L).orElseThrow());
        seeds.add(values.get(8L).orElseThrow());
        sql.run("DELETE FROM a WHERE id IN (7, 8)");
      }
      case FLATBUFFERS -> seeds.add(resource("monster.bin"));
    }
    return seeds;
  }

  private static byte[] bytes(User user) {
    ByteBuilder target = new ByteBuilder();
    USERS.serialize(user, target);
    return target.toByteArray();
  }
}
