package io.gabbro.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Random statements over one table, in the part of SQL that Gabbro and H2 read alike and where no
 * result depends on what the standard leaves open.
 */
final class RandomQueries {
  static final String CREATE =
      "CREATE TABLE r (id INTEGER PRIMARY KEY, i INTEGER, j BIGINT, n NUMERIC(9, 2),"
          + " s VARCHAR(12), d DATE, b BOOLEAN)";

  private static final int DEPTH = 3;
  private static final String[] WORDS = {"", "a", "b", "ab", "abc", "Ab", "x y", "é", "zzz", "a%b"};

  private final Random random;

  RandomQueries(long seed) {
    random = new Random(seed);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** INSERT statements of {@code rows} rows with ids from zero. */
  List<String> inserts(int rows) {
    List<String> statements = new ArrayList<>();
    for (int id = 0; id < rows; id++) {
      StringJoiner row = new StringJoiner(", ", "INSERT INTO r VALUES (", ")");
      row.add(Integer.toString(id * 3 - 20));
      row.add(orNull(Integer.toString(random.nextInt(21) - 10)));
      row.add(orNull(Integer.toString(random.nextInt(2001) - 1000)));
      row.add(orNull(decimal()));
      row.add(orNull("'" + pick(WORDS) + "'"));
      row.add(orNull(date()));
      row.add(orNull(pick("TRUE", "FALSE")));
      statements.add(row.toString());
    }
    return statements;
  }

  private String orNull(String value) {
    return chance(15) ? "NULL" : value;
  }

  private String decimal() {
    int cents = random.nextInt(20001) - 10000;
    return (cents < 0 ? "-" : "")
        + Math.abs(cents) / 100
        + String.format(java.util.Locale.ROOT, ".%02d", Math.abs(cents) % 100);
  }

  private String date() {
    return String.format(
        java.util.Locale.ROOT,
        "DATE '%04d-%02d-%02d'",
        2020 + random.nextInt(3),
        1 + random.nextInt(12),
        1 + random.nextInt(28));
  }

  /** A statement that changes rows. */
  String change() {
    return switch (random.nextInt(3)) {
      case 0 -> "DELETE FROM r WHERE " + condition(1) + " AND id > " + (random.nextInt(400) + 100);
      case 1 -> "UPDATE r SET i = " + smallInteger() + ", s = " + text(1) + " WHERE " + key();
      default -> "UPDATE r SET n = n, b = " + condition(1) + " WHERE " + condition(2);
    };
  }

  private String smallInteger() {
    return pick("NULL", Integer.toString(random.nextInt(9)), "CASE WHEN i > 5 THEN 0 ELSE i END");
  }

  /** A query whose rows, as a bag, are the same everywhere. */
  String query() {
    return switch (random.nextInt(6)) {
      case 0 -> "SELECT id, i, j, n, s, d, b FROM r WHERE " + condition(DEPTH);
      case 1 -> "SELECT id, " + integer(DEPTH) + ", " + text(2) + " FROM r WHERE " + key();
      case 2 ->
          "SELECT DISTINCT " + pick("i", "s", "b", "d", "i, b") + " FROM r WHERE " + condition(2);
      case 3 -> aggregate();
      case 4 -> ordered();
      default ->
          "SELECT x, count(*) FROM (SELECT "
              + integer(2)
              + " AS x FROM r WHERE "
              + condition(1)
              + ") q GROUP BY x";
    };
  }

  private String aggregate() {
    String aggregates =
        "count(*), count(i), sum(i), min(j), max(n), sum(n), min(s), max(d), count(DISTINCT i)";
    String group = pick("", "i", "s", "b", "i, b", "d");
    String having = chance(30) && !group.isEmpty() ? " HAVING count(*) > 1" : "";
    return "SELECT "
        + (group.isEmpty() ? "" : group + ", ")
        + aggregates
        + " FROM r WHERE "
        + condition(2)
        + (group.isEmpty() ? "" : " GROUP BY " + group)
        + having;
  }

  private String ordered() {
    String column = pick("i", "j", "n", "s", "d", "b");
    return "SELECT id, "
        + column
        + " FROM r WHERE "
        + condition(1)
        + " ORDER BY "
        + column
        + pick(" ASC", " DESC")
        + pick(" NULLS FIRST", " NULLS LAST")
        + ", id"
        + pick("", " DESC")
        + " LIMIT "
        + random.nextInt(30)
        + " OFFSET "
        + random.nextInt(5);
  }

  /** A condition on the primary key. */
  private String key() {
    int value = random.nextInt(900) - 50;
    return switch (random.nextInt(6)) {
      case 0 -> "id = " + value;
      case 1 -> "id > " + value + " AND id <= " + (value + random.nextInt(200));
      case 2 -> "id IN (" + value + ", " + (value + 1) + ", " + (value + 2) + ", NULL)";
      case 3 -> "id BETWEEN " + value + " AND " + (value + 50) + " AND " + condition(1);
      case 4 -> "(id < " + value + " OR id = " + (value + 7) + ")";
      default -> value + " <= id";
    };
  }

  private String condition(int depth) {
    if (depth > 0 && chance(45)) {
      return switch (random.nextInt(4)) {
        case 0 -> "(" + condition(depth - 1) + " AND " + condition(depth - 1) + ")";
        case 1 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
        case 2 -> "NOT (" + condition(depth - 1) + ")";
        default -> key();
      };
    }
    String compare = pick("=", "<>", "<", "<=", ">", ">=");
    return switch (random.nextInt(9)) {
      case 0 -> integer(depth) + " " + compare + " " + integer(depth);
      case 1 -> text(depth) + " " + compare + " " + text(depth);
      case 2 -> "d " + compare + " " + date();
      case 3 -> "n " + compare + " " + decimal();
      case 4 -> pick("i", "j", "n", "s", "d", "b") + " IS " + pick("", "NOT ") + "NULL";
      case 5 -> integer(depth) + pick(" ", " NOT ") + "IN (1, 2, " + integer(0) + ")";
      case 6 -> "s " + pick("", "NOT ") + "LIKE '" + pick("a%", "%b", "%b%", "_", "a_", "%") + "'";
      case 7 -> integer(depth) + " BETWEEN -3 AND " + integer(depth);
      default -> pick("b", "b IS TRUE", "b IS NOT FALSE", "i IS DISTINCT FROM j");
    };
  }

  private String integer(int depth) {
    if (depth > 0 && chance(50)) {
      return switch (random.nextInt(6)) {
        case 0 -> "(" + integer(depth - 1) + " + " + integer(depth - 1) + ")";
        case 1 -> "(" + integer(depth - 1) + " - " + integer(depth - 1) + ")";
        case 2 -> "coalesce(" + integer(depth - 1) + ", " + integer(depth - 1) + ")";
        case 3 ->
            "CASE WHEN "
                + condition(depth - 1)
                + " THEN "
                + integer(depth - 1)
                + " ELSE "
                + integer(depth - 1)
                + " END";
        case 4 -> "abs(" + integer(depth - 1) + ")";
        default -> "nullif(" + integer(depth - 1) + ", 3)";
      };
    }
    return pick("i", "j", "id", Integer.toString(random.nextInt(20)));
  }

  private String text(int depth) {
    if (depth > 0 && chance(50)) {
      return switch (random.nextInt(3)) {
        case 0 -> "upper(" + text(depth - 1) + ")";
        case 1 -> "coalesce(" + text(depth - 1) + ", 'none')";
        default -> "CASE WHEN " + condition(depth - 1) + " THEN s ELSE 'no' END";
      };
    }
    return chance(60) ? "s" : "'" + pick(WORDS) + "'";
  }
}
