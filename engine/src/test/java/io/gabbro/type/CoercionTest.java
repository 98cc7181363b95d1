package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoercionTest {
  private static final List<SqlType> CHAIN =
      List.of(
          SqlType.TINYINT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.numeric(38, 5),
          SqlType.REAL,
          SqlType.DOUBLE);

  private static void assertCommon(SqlType expected, SqlType left, SqlType right) {
    assertEquals(Optional.ofNullable(expected), Coercion.common(left, right));
    assertEquals(Optional.ofNullable(expected), Coercion.common(right, left));
  }

  @Test
  void numbersWidenAlongOneChain() {
    for (int low = 0; low < CHAIN.size(); low++) {
      for (int high = 0; high < CHAIN.size(); high++) {
        assertEquals(low <= high, Coercion.isImplicit(CHAIN.get(low), CHAIN.get(high)));
        assertCommon(CHAIN.get(Math.max(low, high)), CHAIN.get(low), CHAIN.get(high));
      }
    }
  }

  @Test
  void nullTurnsIntoEverythingAndNothingIntoNull() {
    List<SqlType> types = new ArrayList<>(CHAIN);
    types.addAll(List.of(SqlType.BOOLEAN, SqlType.TEXT, SqlType.BYTEA, SqlType.DATE, SqlType.UUID));
    for (SqlType type : types) {
      assertEquals(true, Coercion.isImplicit(SqlType.NULL, type));
      assertEquals(false, Coercion.isImplicit(type, SqlType.NULL));
      assertCommon(type, SqlType.NULL, type);
    }
    assertCommon(SqlType.NULL, SqlType.NULL, SqlType.NULL);
  }

  @Test
  void numericsFindRoomForBoth() {
    assertCommon(SqlType.numeric(12, 4), SqlType.numeric(10, 2), SqlType.numeric(8, 4));
    assertCommon(SqlType.numeric(12, 2), SqlType.numeric(10, 2), SqlType.INTEGER);
    assertCommon(SqlType.numeric(38, 16), SqlType.numeric(38, 0), SqlType.numeric(20, 16));
  }

  @Test
  void stringsTakeTheGreaterLength() {
    assertCommon(SqlType.varchar(5), SqlType.varchar(3), SqlType.varchar(5));
    assertCommon(SqlType.TEXT, SqlType.varchar(3), SqlType.TEXT);
    assertCommon(SqlType.character(5), SqlType.character(3), SqlType.character(5));
    assertCommon(SqlType.varchar(5), SqlType.character(5), SqlType.varchar(3));
    assertCommon(SqlType.BYTEA, SqlType.varbinary(3), SqlType.BYTEA);
    assertCommon(SqlType.varbinary(4), SqlType.varbinary(3), SqlType.varbinary(4));
  }

  @Test
  void datesTurnIntoTimestamps() {
    assertCommon(SqlType.TIMESTAMP, SqlType.DATE, SqlType.TIMESTAMP);
    assertCommon(SqlType.TIMESTAMP_WITH_TIME_ZONE, SqlType.DATE, SqlType.TIMESTAMP_WITH_TIME_ZONE);
    assertCommon(SqlType.INTERVAL, SqlType.TIME, SqlType.INTERVAL);
  }

  @Test
  void strangersHaveNothingInCommon() {
    assertCommon(null, SqlType.INTEGER, SqlType.TEXT);
    assertCommon(null, SqlType.BOOLEAN, SqlType.INTEGER);
    assertCommon(null, SqlType.DATE, SqlType.TIME);
    assertCommon(null, SqlType.UUID, SqlType.BYTEA);
    assertEquals(
        Optional.empty(), Coercion.common(List.of(SqlType.INTEGER, SqlType.TEXT, SqlType.INTEGER)));
  }

  @Test
  void findsTheCommonTypeOfMany() {
    assertEquals(
        Optional.of(SqlType.DOUBLE),
        Coercion.common(List.of(SqlType.NULL, SqlType.INTEGER, SqlType.DOUBLE, SqlType.BIGINT)));
    assertEquals(Optional.of(SqlType.NULL), Coercion.common(List.of()));
  }
}
