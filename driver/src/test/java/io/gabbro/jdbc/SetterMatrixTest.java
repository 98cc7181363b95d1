package io.gabbro.jdbc;

import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.value.ParameterBinder;
import io.gabbro.jdbc.value.ParameterObjects;
import io.gabbro.jdbc.value.ParameterValue;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.ValueText;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Values of every Java class for parameters of every type, in setters.txt: the text of what is
 * bound, "no" where the statement has to be planned again for the value's own type, or the
 * SQLSTATE.
 */
class SetterMatrixTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static final List<SqlType> TYPES =
      List.of(
          SqlType.BOOLEAN,
          SqlType.TINYINT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.numeric(5, 2),
          SqlType.numeric(38, 10),
          SqlType.REAL,
          SqlType.DOUBLE,
          SqlType.character(3),
          SqlType.varchar(3),
          SqlType.TEXT,
          SqlType.varbinary(2),
          SqlType.BYTEA,
          SqlType.DATE,
          SqlType.TIME,
          SqlType.TIMESTAMP,
          SqlType.TIMESTAMP_WITH_TIME_ZONE,
          SqlType.INTERVAL,
          SqlType.UUID);

  private static List<Object> values() {
    return List.of(
        true,
        (byte) 1,
        (short) 300,
        70_000,
        9_007_199_254_740_993L,
        1.5f,
        0.1f,
        2.0,
        0.1,
        1e300,
        Double.NaN,
        new BigDecimal("1.250"),
        new BigDecimal("1e1000000000"),
        new BigInteger("123456789012345678901234567890"),
        "",
        " 12 ",
        "abc   ",
        "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
        "2024-02-29",
        "12:30",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "\\x0102",
        "1 day",
        'x',
        DayOfWeek.MONDAY,
        new byte[] {1, 2, 3},
        new byte[16],
        LocalDate.of(2024, 2, 29),
        LocalDate.MAX,
        LocalTime.of(12, 30, 0, 1500),
        LocalDateTime.of(2024, 2, 29, 0, 0),
        LocalDateTime.of(2024, 2, 29, 12, 30),
        LocalDateTime.MAX,
        OffsetDateTime.parse("2024-02-29T12:30:00+01:00"),
        ZonedDateTime.parse("2024-02-29T12:30:00-05:00[America/New_York]"),
        Instant.parse("2024-02-29T12:30:00Z"),
        Date.valueOf("2024-02-29"),
        Time.valueOf("12:30:00"),
        Timestamp.valueOf("2024-02-29 12:30:00"),
        Year.of(2024),
        Period.ofMonths(14),
        Duration.ofMinutes(90),
        new Interval(1, 2, 3),
        UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        new StringReader("ab"),
        new ByteArrayInputStream("ab".getBytes(StandardCharsets.UTF_8)),
        Thread.State.NEW,
        new Object());
  }

  @Test
  void everyValueForEveryType() throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      Golden.check("setters.txt", matrix());
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static String matrix() {
    List<String> lines = new ArrayList<>();
    for (Object object : values()) {
      Object value;
      try {
        value = ParameterObjects.value(object);
        lines.add(describe(object) + ", a value of type " + type(value));
      } catch (SQLException e) {
        lines.add(object.getClass().getSimpleName() + ": " + e.getSQLState());
        continue;
      }
      for (SqlType type : TYPES) {
        lines.add("  " + type + ": " + outcome(type, value));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String describe(Object object) {
    String name = object.getClass().getSimpleName();
    return object instanceof byte[] bytes
        ? bytes.length + " bytes"
        : object instanceof StringReader || object instanceof ByteArrayInputStream
            ? name
            : name + " " + object;
  }

  private static String type(Object value) {
    try {
      return ParameterValue.type(value).toString();
    } catch (GabbroException e) {
      return e.sqlState();
    }
  }

  private static String outcome(SqlType type, Object value) {
    ColumnVector vector = ColumnVector.allocate(type.vectorKind(), 1);
    try {
      return ParameterValue.bind(ParameterBinder.of(type, () -> ZONE), vector, 0, value)
          ? "[" + ValueText.of(type, vector, 0, ZONE) + "]"
          : "no";
    } catch (GabbroException e) {
      return e.sqlState();
    }
  }
}
