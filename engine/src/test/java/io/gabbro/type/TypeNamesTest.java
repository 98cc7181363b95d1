package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.GabbroException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeNamesTest {
  private static List<Integer> numbers(String text) {
    return text == null ? List.of() : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "int,, integer",
    "int4,, integer",
    "int8,, bigint",
    "int2,, smallint",
    "bool,, boolean",
    "double precision,, double precision",
    "float8,, double precision",
    "float,, double precision",
    "float, 24, real",
    "float, 25, double precision",
    "float4,, real",
    "'numeric', '10 2', 'numeric(10,2)'",
    "decimal, 38, 'numeric(38,0)'",
    "dec,, 'numeric(38,10)'",
    "char,, char(1)",
    "character, 5, char(5)",
    "varchar,, text",
    "character varying, 20, varchar(20)",
    "text,, text",
    "text, 5, varchar(5)",
    "string,, text",
    "blob,, bytea",
    "varbinary, 16, varbinary(16)",
    "bytea,, bytea",
    "timestamp with time zone,, timestamp with time zone",
    "timestamptz, 6, timestamp with time zone",
    "timestamp without time zone,, timestamp",
    "time,, time",
    "interval,, interval",
    "uuid,, uuid"
  })
  void resolves(String name, String arguments, String expected) {
    assertEquals(expected, TypeNames.resolve(name, numbers(arguments)).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "blob_thing,, 42704", "numeric, 39, 22023", "numeric, 0, 22023", "numeric, '5 6', 22023",
    "numeric, '5 -1', 22023", "numeric, '5 1 1', 22023", "char, 0, 22023",
        "varchar, 10485761, 22023",
    "integer, 4, 22023", "varchar, '4 4', 22023", "double precision, 4, 22023", "float, 54, 22023",
    "timestamp, 3, 42P99"
  })
  void refuses(String name, String arguments, String sqlState) {
    GabbroException error =
        assertThrows(GabbroException.class, () -> TypeNames.resolve(name, numbers(arguments)));
    assertEquals(sqlState, error.sqlState());
  }

  @ParameterizedTest
  @CsvSource({"intger, integer", "varchr, varchar", "timstamp, timestamp", "bigitn, bigint"})
  void suggests(String misspelt, String name) {
    GabbroException error =
        assertThrows(GabbroException.class, () -> TypeNames.resolve(misspelt, List.of()));
    assertEquals("did you mean \"" + name + "\"?", error.hint().orElseThrow());
  }

  @Test
  void suggestsNothingFarAway() {
    GabbroException error =
        assertThrows(GabbroException.class, () -> TypeNames.resolve("xyzzyplugh", List.of()));
    assertEquals(Optional.empty(), error.hint());
  }

  @Test
  void keepsTheScaleInCastsToNumericWithoutArguments() {
    assertEquals(
        SqlType.numeric(7, 3), TypeNames.resolveCast("numeric", List.of(), SqlType.numeric(7, 3)));
    assertEquals(
        SqlType.numeric(10, 0), TypeNames.resolveCast("decimal", List.of(), SqlType.INTEGER));
    assertEquals(
        NumericTypes.UNCONSTRAINED, TypeNames.resolveCast("numeric", List.of(), SqlType.TEXT));
    assertEquals(
        SqlType.numeric(5, 1), TypeNames.resolveCast("numeric", List.of(5, 1), SqlType.INTEGER));
  }
}
