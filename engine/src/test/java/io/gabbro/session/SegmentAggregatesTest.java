package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.error.ErrorCode;
import io.gabbro.execution.TestSeed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Sums by group and first rows over column segments agree with lists of the same rows. */
class SegmentAggregatesTest {
  private static final String COLUMNS = "id, f, k, a, w, i";

  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);
  private final List<Row> rows = new ArrayList<>();

  private record Row(int id, String f, Long k, BigDecimal a, BigDecimal w, Integer i) {
    String values() {
      String text = f == null ? "NULL" : "'" + f + "'";
      return "(" + id + ", " + text + ", " + k + ", " + a + ", " + w + ", " + i + ")";
    }
  }

  @Test
  void sumsByGroup() {
    try (SqlTester tester = filled(3_000)) {
      for (int round = 0; round < 4; round++) {
        check(tester, "f", Row::f);
        check(tester, "k", Row::k);
        check(tester, "i % 3", row -> row.i() == null ? null : row.i() % 3);
        change(tester);
      }
    }
  }

  @Test
  void firstRows() {
    try (SqlTester tester = filled(12_000)) {
      for (int round = 0; round < 4; round++) {
        checkFirst(tester, "a", Row::a);
        checkFirst(tester, "k", Row::k);
        checkFirst(tester, "w", Row::w);
        change(tester);
      }
    }
  }

  @Test
  void comparisonsWithConstantsOfFewerDigits() {
    try (SqlTester tester = filled(3_000)) {
      for (String constant :
          List.of("0", "-1", "10000000", "1.5", "0.001", "99999999999999999999")) {
        BigDecimal value = new BigDecimal(constant);
        checkWhere(tester, "a < " + constant, row -> compare(row.a(), value) < 0);
        checkWhere(tester, constant + " <= a", row -> compare(row.a(), value) >= 0);
        checkWhere(tester, "NOT (a >= " + constant + ")", row -> compare(row.a(), value) < 0);
        checkWhere(tester, "a <> " + constant, row -> compare(row.a(), value) != 0);
        checkWhere(tester, "NOT a <> " + constant, row -> compare(row.a(), value) == 0);
      }
      checkWhere(tester, "a < CAST(NULL AS NUMERIC(5, 0))", row -> false);
    }
  }

  private static int compare(BigDecimal left, BigDecimal right) {
    return left.compareTo(right);
  }

  private void checkWhere(SqlTester tester, String condition, Predicate<Row> matches) {
    long expected = rows.stream().filter(row -> row.a() != null).filter(matches).count();
    String text = "SELECT COUNT(*) FROM t WHERE " + condition;
    assertEquals(List.of("" + expected), tester.run(text), text + ", -Dtests.seed=" + seed);
  }

  @Test
  void overflowsOfRowsThatAreLeftOutDoNotCount() {
    try (SqlTester tester = new SqlTester("mem:", Map.of("segment_rows", "256"))) {
      tester.run("CREATE TABLE t (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)");
      for (int id = 0; id < 600; id++) {
        tester.run("INSERT INTO t VALUES (?, ?)", id, id % 50 == 7 ? Long.MAX_VALUE : id);
      }
      String sum = "SELECT SUM(n * 3) FROM t";
      makeGroups(tester, "t", "SELECT COUNT(n) FROM t");
      for (int round = 0; round < 3; round++) {
        tester.check(sum + " WHERE n < 1000", "" + 3 * (599 * 300 - 12 * 7 - 50 * 66));
        tester.fails(ErrorCode.NUMERIC_OUT_OF_RANGE, sum);
      }
    }
  }

  private SqlTester filled(int count) {
    SqlTester tester = new SqlTester("mem:", Map.of("segment_rows", "512"));
    tester.run(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, f CHAR(1), k BIGINT, a NUMERIC(15, 2),"
            + " w NUMERIC(38, 0), i INTEGER)");
    for (int id = 0; id < count; id++) {
      rows.add(row(id));
    }
    for (int start = 0; start < count; start += 500) {
      List<String> values = rows.subList(start, start + 500).stream().map(Row::values).toList();
      tester.run("INSERT INTO t VALUES " + String.join(", ", values));
    }
    makeGroups(tester, "t", "SELECT " + COLUMNS + " FROM t");
    return tester;
  }

  private Row row(int id) {
    boolean wide = id / 600 % 2 == 0;
    return new Row(
        id,
        random.nextInt(5) == 0 ? null : "" + (char) ('A' + random.nextInt(3)),
        random.nextInt(9) == 0 ? null : random.nextInt(40) == 0 ? id * 1_000_000L : id % 97,
        id < 1000 && random.nextInt(7) == 0 ? null : BigDecimal.valueOf(random.nextInt(), 2),
        wide ? new BigDecimal("9e20").add(BigDecimal.valueOf(id)) : BigDecimal.valueOf(-id),
        random.nextInt(8) == 0 ? null : random.nextInt(1000));
  }

  /** Reads until all of a table has been read from segments. */
  private static void makeGroups(SqlTester tester, String table, String query) {
    String built = "SELECT COUNT(*) > 0 FROM sys.segments WHERE table_name = '" + table + "'";
    for (int round = 0; round < 500; round++) {
      tester.run(query);
      if (round > 3 && tester.run(built).equals(List.of("true"))) {
        return;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("no segments");
  }

  /** Writes some rows, which are read from the store from now on. */
  private void change(SqlTester tester) {
    for (int count = 0; count < 20; count++) {
      int at = random.nextInt(rows.size());
      Row row = row(rows.get(at).id());
      tester.run("DELETE FROM t WHERE id = " + row.id());
      if (random.nextBoolean()) {
        tester.run("INSERT INTO t VALUES " + row.values());
        rows.set(at, row);
      } else {
        rows.remove(at);
      }
    }
  }

  private void check(SqlTester tester, String key, Function<Row, Object> value) {
    Map<String, List<Row>> groups = new TreeMap<>();
    for (Row row : rows) {
      groups.computeIfAbsent("" + value.apply(row), any -> new ArrayList<>()).add(row);
    }
    List<String> expected = new ArrayList<>();
    groups.forEach((group, members) -> expected.add(group + "|" + results(members)));
    List<String> found =
        new ArrayList<>(
            tester.run(
                "SELECT "
                    + key
                    + ", COUNT(*), COUNT(a), SUM(a), AVG(a), SUM(w), SUM(i), SUM(a * (1 - a)),"
                    + " SUM(a * (1 - a) + 1) FROM t GROUP BY "
                    + key));
    Collections.sort(expected);
    Collections.sort(found);
    assertEquals(expected, found, "-Dtests.seed=" + seed);
  }

  private static String results(List<Row> rows) {
    List<BigDecimal> a = rows.stream().map(Row::a).filter(Objects::nonNull).toList();
    BigDecimal sum = sum(a);
    List<BigDecimal> products =
        a.stream().map(x -> x.multiply(BigDecimal.ONE.subtract(x))).toList();
    BigDecimal product = sum(products);
    List<Integer> i = rows.stream().map(Row::i).filter(Objects::nonNull).toList();
    int digits = 16;
    return String.join(
        "|",
        "" + rows.size(),
        "" + a.size(),
        "" + sum,
        a.isEmpty()
            ? "null"
            : "" + sum.divide(BigDecimal.valueOf(a.size()), digits, RoundingMode.HALF_UP),
        "" + sum(rows.stream().map(Row::w).toList()).setScale(0),
        "" + (i.isEmpty() ? null : i.stream().mapToLong(Integer::longValue).sum()),
        "" + product,
        "" + (product == null ? null : product.add(BigDecimal.valueOf(a.size()))));
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal::add).orElse(null);
  }

  private <T extends Comparable<T>> void checkFirst(
      SqlTester tester, String key, Function<Row, T> value) {
    for (boolean descending : new boolean[] {false, true}) {
      for (boolean nullsFirst : new boolean[] {false, true}) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(
            Comparator.comparing(
                    value, nullsFirst ? Comparator.nullsFirst(order) : Comparator.nullsLast(order))
                .thenComparing(Row::id));
        int limit = 1 + random.nextInt(random.nextBoolean() ? 10 : 900);
        String text =
            "SELECT id, f FROM t ORDER BY "
                + key
                + (descending ? " DESC" : " ASC")
                + (nullsFirst ? " NULLS FIRST" : " NULLS LAST")
                + ", id LIMIT "
                + limit;
        List<String> expected =
            sorted.subList(0, limit).stream().map(row -> row.id() + "|" + row.f()).toList();
        assertEquals(expected, tester.run(text), text + ", -Dtests.seed=" + seed);
      }
    }
  }
}
