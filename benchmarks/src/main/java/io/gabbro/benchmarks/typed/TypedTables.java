package io.gabbro.benchmarks.typed;

import com.sun.management.ThreadMXBean;
import io.gabbro.benchmarks.Directories;
import io.gabbro.benchmarks.StandardOutput;
import io.gabbro.config.DatabaseOptions;
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
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.rocksdb.RocksDBException;

/**
 * Typed tables and SQL over a million entries against the shortest loops over RocksDB, in turn.
 *
 * <p>Argument: a directory for the database.
 */
public final class TypedTables {
  private static final int ENTRIES = 1_000_000;
  private static final int CALLS = 200_000;
  private static final int ROUNDS = 5;
  private static final int VALUE_BYTES = 130;
  private static final int LIMIT = 50;
  private static final String QUERY = "SELECT sum(hp) FROM monsters WHERE hp > 50";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Path directory;
  private final PrintStream out;
  private final long[] ids = new Random(1).longs(CALLS, 0, ENTRIES).toArray();

  /** A value of the tables with objects and rows. */
  public record Person(long id, String name, String street, String city, double balance) {}

  /** One kind of call. */
  @FunctionalInterface
  private interface Call {
    long run(long id) throws RocksDBException;
  }

  private TypedTables(Path directory, PrintStream out) {
    this.directory = directory;
    this.out = out;
  }

  /** Prints the medians of a few rounds. */
  public static void main(String[] args) throws IOException, RocksDBException, SQLException {
    Path directory = Path.of(args[0]);
    Directories.delete(directory);
    TypedTables run = new TypedTables(directory, StandardOutput.open());
    run.load();
    run.points();
    run.fields();
    run.scans();
    Directories.delete(directory);
  }

  private Gabbro open() {
    return Gabbro.open(directory, DatabaseOptions.of(Map.of("durability", "os")));
  }

  private static Person person(long id) {
    return new Person(id, "name " + id, "street " + id % 1000, "city " + id % 100, id / 4.0);
  }

  private static Table<Long, ForyRow> rows(Gabbro gabbro) {
    return gabbro.table(
        "rows", KeyCodecs.LONG, new ForyRowSerializer(ForyRowSchema.of(Person.class)));
  }

  private static Table<Long, Person> objects(Gabbro gabbro) {
    return gabbro.table(
        "objects", KeyCodecs.LONG, ForySerializer.builder(Person.class, 100).build());
  }

  private static Table<Long, Monster> monsters(Gabbro gabbro) {
    return gabbro.table(
        "monsters",
        KeyCodecs.LONG,
        new FlatBuffersSerializer<>(Monster.class, Monster::getRootAsMonster));
  }

  private void load() {
    try (Gabbro gabbro = open()) {
      byte[] value = new byte[VALUE_BYTES];
      new Random(2).nextBytes(value);
      fill(gabbro.table("raw", KeyCodecs.LONG, new RawSerializer()), id -> value);
      ForyRowEncoder<Person> encoder = new ForyRowEncoder<>(Person.class);
      RawSerializer raw = new RawSerializer();
      fill(gabbro.table("rows", KeyCodecs.LONG, raw), id -> encoder.encode(person(id)));
      fill(
          gabbro.table("monsters", KeyCodecs.LONG, raw),
          id -> Monster.bytes((int) (id % 200), "monster " + id));
      fill(objects(gabbro), TypedTables::person);
    }
  }

  private static <V> void fill(Table<Long, V> table, java.util.function.LongFunction<V> values) {
    int batch = 10_000;
    for (long start = 0; start < ENTRIES; start += batch) {
      table.putBatch(
          LongStream.range(start, start + batch).mapToObj(id -> Map.entry(id, values.apply(id))));
    }
  }

  /** Raw values of 130 bytes by random keys. */
  private void points() throws RocksDBException {
    List<Double> bareGets = new ArrayList<>();
    List<Double> gets = new ArrayList<>();
    List<Double> barePuts = new ArrayList<>();
    List<Double> puts = new ArrayList<>();
    byte[] value = new byte[VALUE_BYTES];
    for (int round = 0; round < ROUNDS; round++) {
      try (BareRocksDb bare = new BareRocksDb(directory, "raw")) {
        time(bare::get);
        bareGets.add(time(bare::get));
        barePuts.add(
            time(
                id -> {
                  bare.put(id, value);
                  return 1;
                }));
      }
      try (Gabbro gabbro = open()) {
        Table<Long, byte[]> table = gabbro.table("raw", KeyCodecs.LONG, new RawSerializer());
        time(id -> table.get(id).orElseThrow().length);
        gets.add(time(id -> table.get(id).orElseThrow().length));
        puts.add(
            time(
                id -> {
                  table.put(id, value);
                  return 1;
                }));
        if (round == ROUNDS - 1) {
          print("bytes allocated by a get of 130", allocated(id -> table.get(id).get().length));
        }
      }
    }
    print("get, bare, µs", bareGets);
    print("get, Table, µs", gets);
    print("put, bare, µs", barePuts);
    print("put, Table, µs", puts);
  }

  /** One field of a value. */
  private void fields() throws RocksDBException {
    List<Double> whole = new ArrayList<>();
    List<Double> row = new ArrayList<>();
    List<Double> monster = new ArrayList<>();
    try (Gabbro gabbro = open()) {
      Table<Long, Person> objects = objects(gabbro);
      Table<Long, ForyRow> rows = rows(gabbro);
      Table<Long, Monster> monsters = monsters(gabbro);
      for (int round = 0; round <= ROUNDS; round++) {
        double first = time(id -> objects.get(id, Person::id).orElseThrow());
        double second = time(id -> rows.get(id, value -> value.getLong("id")).orElseThrow());
        double third = time(id -> monsters.get(id, Monster::hp).orElseThrow());
        if (round > 0) {
          whole.add(first);
          row.add(second);
          monster.add(third);
        }
      }
    }
    print("one field, Fory object, µs", whole);
    print("one field, Fory row in place, µs", row);
    print("one field, FlatBuffer in place, µs", monster);
  }

  /** A filter and a sum over a million FlatBuffers. */
  private void scans() throws RocksDBException, SQLException, IOException {
    List<Double> bare = new ArrayList<>();
    long expected = 0;
    try (BareRocksDb database = new BareRocksDb(directory, "monsters")) {
      for (int round = 0; round <= ROUNDS; round++) {
        long start = System.nanoTime();
        expected = database.sumOfHitPoints(LIMIT);
        if (round > 0) {
          bare.add((System.nanoTime() - start) / 1e6);
        }
      }
    }
    print("scan of a million, bare, ms", bare);
    for (int threads = 1; threads <= 2; threads++) {
      print("scan of a million, SQL, " + threads + " thread(s), ms", sql(threads, expected));
    }
  }

  private List<Double> sql(int threads, long expected) throws SQLException, IOException {
    List<Double> times = new ArrayList<>();
    byte[] schema;
    try (var bytes = TypedTables.class.getResourceAsStream("monster.bfbs")) {
      schema = bytes.readAllBytes();
    }
    try (Connection connection =
        DriverManager.getConnection("jdbc:gabbro:" + directory + "?threads=" + threads)) {
      connection
          .createStatement()
          .execute(
              "CREATE TABLE IF NOT EXISTS monsters (id BIGINT PRIMARY KEY) USING flatbuffers"
                  + " OPTIONS (schema_base64 '"
                  + Base64.getEncoder().encodeToString(schema)
                  + "')");
      try (PreparedStatement query = connection.prepareStatement(QUERY)) {
        for (int round = 0; round < 2 * ROUNDS; round++) {
          long start = System.nanoTime();
          try (ResultSet rows = query.executeQuery()) {
            rows.next();
            if (rows.getLong(1) != expected) {
              throw new IllegalStateException(rows.getLong(1) + " instead of " + expected);
            }
          }
          if (round >= ROUNDS) {
            times.add((System.nanoTime() - start) / 1e6);
          }
        }
      }
    }
    return times;
  }

  /** The median time of a call in microseconds. */
  private double time(Call call) throws RocksDBException {
    long[] nanos = new long[CALLS];
    long sum = 0;
    for (int index = 0; index < CALLS; index++) {
      long start = System.nanoTime();
      sum += call.run(ids[index]);
      nanos[index] = System.nanoTime() - start;
    }
    if (sum < 0) {
      throw new IllegalStateException();
    }
    Arrays.sort(nanos);
    return nanos[CALLS / 2] / 1e3;
  }

  private List<Double> allocated(Call call) throws RocksDBException {
    long thread = Thread.currentThread().getId();
    long start = THREADS.getThreadAllocatedBytes(thread);
    for (long id : ids) {
      call.run(id);
    }
    return List.of((double) (THREADS.getThreadAllocatedBytes(thread) - start) / CALLS);
  }

  private void print(String what, List<Double> figures) {
    List<Double> sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    out.printf(
        Locale.ROOT,
        "%-45s %10.2f  (%.2f to %.2f)%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
