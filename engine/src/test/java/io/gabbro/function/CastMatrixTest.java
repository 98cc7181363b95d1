package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.function.cast.Casts;
import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CastMatrixTest {
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.NULL,
          SqlType.BOOLEAN,
          SqlType.TINYINT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.numeric(30, 10),
          SqlType.REAL,
          SqlType.DOUBLE,
          SqlType.character(40),
          SqlType.TEXT,
          SqlType.BYTEA,
          SqlType.DATE,
          SqlType.TIME,
          SqlType.TIMESTAMP,
          SqlType.TIMESTAMP_WITH_TIME_ZONE,
          SqlType.INTERVAL,
          SqlType.UUID);

  private static final Map<TypeKind, String> SAMPLES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(TypeKind.BOOLEAN, "true"),
              Map.entry(TypeKind.TINYINT, "1"),
              Map.entry(TypeKind.SMALLINT, "1"),
              Map.entry(TypeKind.INTEGER, "1"),
              Map.entry(TypeKind.BIGINT, "1"),
              Map.entry(TypeKind.NUMERIC, "1.0000000000"),
              Map.entry(TypeKind.REAL, "1"),
              Map.entry(TypeKind.DOUBLE, "1"),
              Map.entry(TypeKind.CHAR, "1"),
              Map.entry(TypeKind.VARCHAR, "1"),
              Map.entry(TypeKind.VARBINARY, "\\xcafe"),
              Map.entry(TypeKind.DATE, "2024-02-29"),
              Map.entry(TypeKind.TIME, "12:34:56"),
              Map.entry(TypeKind.TIMESTAMP, "2024-02-29 12:34:56"),
              Map.entry(TypeKind.TIMESTAMP_WITH_TIME_ZONE, "2024-02-29 12:34:56+01"),
              Map.entry(TypeKind.INTERVAL, "12:34:56"),
              Map.entry(TypeKind.UUID, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")));

  /** i: implicit, a: on assignment, e: only by CAST, -: none. Rows cast to columns. */
  private static final String EXPECTED =
      """
      null                     iiiiiiiiiiiiiiiiii
      boolean                  -ieeee---aa-------
      tinyint                  -eiiiiiiiaa-------
      smallint                 -eaiiiiiiaa-------
      integer                  -eaaiiiiiaa-------
      bigint                   -eaaaiiiiaa-------
      numeric                  --aaaaiiiaa-------
      real                     --aaaaaiiaa-------
      double                   --aaaaaaiaa-------
      char                     -eeeeeeeeiieeeeeee
      varchar                  -eeeeeeeeiieeeeeee
      varbinary                ---------aai------
      date                     ---------aa-i-ii--
      time                     ---------aa--i--i-
      timestamp                ---------aa-aaii--
      timestamp_with_time_zone ---------aa-aaai--
      interval                 ---------aa--a--i-
      uuid                     ---------aa------i
      """;

  private static char mark(SqlType from, SqlType to) {
    if (Coercion.isImplicit(from, to)) {
      return 'i';
    }
    if (Casts.assignment(from, to).isPresent()) {
      return 'a';
    }
    return Casts.cast(from, to).isPresent() ? 'e' : '-';
  }

  @Test
  void allPairs() {
    StringBuilder matrix = new StringBuilder();
    for (SqlType from : TYPES) {
      String name = from.kind().name().toLowerCase(Locale.ROOT);
      matrix.append(name).append(" ".repeat(25 - name.length()));
      for (SqlType to : TYPES) {
        matrix.append(mark(from, to));
      }
      matrix.append('\n');
    }
    assertEquals(EXPECTED, matrix.toString());
  }

  @Test
  void everyImplicitCoercionIsACast() {
    for (SqlType from : TYPES) {
      for (SqlType to : TYPES) {
        if (Coercion.isImplicit(from, to) && to.kind() != TypeKind.NULL) {
          assertTrue(Casts.cast(from, to).isPresent(), from + " to " + to);
          assertTrue(Casts.assignment(from, to).isPresent(), from + " to " + to);
        }
      }
    }
  }

  /** What a type casts to the text of a value, the text casts back to the same value. */
  @Test
  void valuesSurviveTheWayThroughText() {
    for (SqlType type : TYPES) {
      if (type.kind() != TypeKind.NULL) {
        TypedValue value = new TypedValue(type, SAMPLES.get(type.kind()));
        String text =
            Evaluation.dense(Casts.cast(type, SqlType.TEXT).orElseThrow(), List.of(List.of(value)))
                .get(0);
        assertEquals(value.text(), text);
        List<List<TypedValue>> back = List.of(List.of(new TypedValue(SqlType.TEXT, text)));
        assertEquals(
            text, Evaluation.dense(Casts.cast(SqlType.TEXT, type).orElseThrow(), back).get(0));
      }
    }
  }

  /** Each existing cast works on a value and on NULL, from all rows and from some. */
  @Test
  void everyCastRuns() {
    for (SqlType from : TYPES) {
      for (SqlType to : TYPES) {
        Optional<ScalarSignature> cast = Casts.cast(from, to);
        if (cast.isPresent() && !from.kind().isCharacter()) {
          List<List<TypedValue>> rows =
              List.of(
                  List.of(new TypedValue(from, SAMPLES.get(from.kind()))),
                  List.of(new TypedValue(from, null)));
          List<String> dense = Evaluation.dense(cast.orElseThrow(), rows);
          assertEquals(dense, Evaluation.sparse(cast.orElseThrow(), rows), from + " to " + to);
          assertEquals(from.kind() == TypeKind.NULL, dense.get(0) == null, from + " to " + to);
          assertEquals(null, dense.get(1));
        }
      }
    }
  }

  @Test
  void freeCastsKeepTheVector() {
    assertTrue(Casts.isFree(SqlType.SMALLINT, SqlType.INTEGER));
    assertFalse(Casts.isFree(SqlType.INTEGER, SqlType.SMALLINT));
    assertFalse(Casts.isFree(SqlType.INTEGER, SqlType.BIGINT));
    assertTrue(Casts.isFree(SqlType.REAL, SqlType.DOUBLE));
    assertFalse(Casts.isFree(SqlType.DOUBLE, SqlType.REAL));
    assertTrue(Casts.isFree(SqlType.varchar(3), SqlType.TEXT));
    assertTrue(Casts.isFree(SqlType.character(3), SqlType.varchar(3)));
    assertFalse(Casts.isFree(SqlType.TEXT, SqlType.varchar(3)));
    assertFalse(Casts.isFree(SqlType.TEXT, SqlType.character(3)));
    assertTrue(Casts.isFree(SqlType.numeric(5, 2), SqlType.numeric(6, 2)));
    assertFalse(Casts.isFree(SqlType.numeric(5, 2), SqlType.numeric(4, 2)));
    assertFalse(Casts.isFree(SqlType.numeric(5, 2), SqlType.numeric(6, 3)));
    assertTrue(Casts.isFree(SqlType.varbinary(3), SqlType.BYTEA));
    assertFalse(Casts.isFree(SqlType.TIME, SqlType.TIMESTAMP));
  }

  @Test
  void onlyCastsThroughTheTimeZoneAreNotStable() {
    assertTrue(Casts.cast(SqlType.TEXT, SqlType.TIMESTAMP).orElseThrow().stable());
    assertEquals(
        false, Casts.cast(SqlType.TEXT, SqlType.TIMESTAMP_WITH_TIME_ZONE).orElseThrow().stable());
    assertEquals(
        false, Casts.cast(SqlType.TIMESTAMP_WITH_TIME_ZONE, SqlType.DATE).orElseThrow().stable());
  }
}
