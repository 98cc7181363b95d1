package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.jdbc.metadata.MemoryRows;
import io.gabbro.session.ResultColumn;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import io.gabbro.vector.ValueParser;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every getter with values of every type: the value or the SQLSTATE, in getters.txt. */
class GetterMatrixTest {
  private static final String ZONE = "Asia/Tokyo";

  private interface Getter {
    Object get(ResultSet rows) throws SQLException;
  }

  private record Sample(SqlType type, String text) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(SqlType.BOOLEAN, "true"),
          new Sample(SqlType.TINYINT, "-128"),
          new Sample(SqlType.SMALLINT, "1"),
          new Sample(SqlType.INTEGER, "70000"),
          new Sample(SqlType.BIGINT, "9007199254740993"),
          new Sample(SqlType.numeric(10, 2), "1.75"),
          new Sample(SqlType.numeric(38, 0), "99999999999999999999999999999999999999"),
          new Sample(SqlType.REAL, "0.1"),
          new Sample(SqlType.DOUBLE, "1e300"),
          new Sample(SqlType.DOUBLE, "NaN"),
          new Sample(SqlType.character(5), "ab"),
          new Sample(SqlType.TEXT, "12.5"),
          new Sample(SqlType.TEXT, "2024-02-29 12:30:00"),
          new Sample(SqlType.TEXT, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
          new Sample(SqlType.TEXT, "yes"),
          new Sample(SqlType.BYTEA, "\\x00ff"),
          new Sample(SqlType.DATE, "2024-02-29"),
          new Sample(SqlType.TIME, "23:59:59.123456"),
          new Sample(SqlType.TIMESTAMP, "2024-02-29 12:30:00.000001"),
          new Sample(SqlType.TIMESTAMP_WITH_TIME_ZONE, "2024-02-29 23:30:00+00"),
          new Sample(SqlType.INTERVAL, "1 year 2 days"),
          new Sample(SqlType.INTERVAL, "01:00:00"),
          new Sample(SqlType.UUID, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));

  private static Map<String, Getter> getters() {
    Calendar newYork = new GregorianCalendar(TimeZone.getTimeZone("America/New_York"));
    Map<String, Getter> getters = new LinkedHashMap<>();
    getters.put("getObject", rows -> rows.getObject(1));
    getters.put("getString", rows -> rows.getString(1));
    getters.put("getNString", rows -> rows.getNString(1));
    getters.put("getBoolean", rows -> rows.getBoolean(1));
    getters.put("getByte", rows -> rows.getByte(1));
    getters.put("getShort", rows -> rows.getShort(1));
    getters.put("getInt", rows -> rows.getInt(1));
    getters.put("getLong", rows -> rows.getLong(1));
    getters.put("getFloat", rows -> rows.getFloat(1));
    getters.put("getDouble", rows -> rows.getDouble(1));
    getters.put("getBigDecimal", rows -> rows.getBigDecimal(1));
    getters.put("getBytes", rows -> rows.getBytes(1));
    getters.put("getDate", rows -> rows.getDate(1));
    getters.put("getDate, New York", rows -> millis(rows.getDate(1, newYork)));
    getters.put("getTime", rows -> rows.getTime(1));
    getters.put("getTime, New York", rows -> millis(rows.getTime(1, newYork)));
    getters.put("getTimestamp", rows -> rows.getTimestamp(1));
    getters.put("getTimestamp, New York", rows -> millis(rows.getTimestamp(1, newYork)));
    getters.put("getBinaryStream", rows -> rows.getBinaryStream(1));
    getters.put("getAsciiStream", rows -> rows.getAsciiStream(1));
    getters.put("getCharacterStream", rows -> rows.getCharacterStream(1));
    getters.put("getNCharacterStream", rows -> rows.getNCharacterStream(1));
    getters.put("getBlob", rows -> rows.getBlob(1));
    getters.put("getClob", rows -> rows.getClob(1));
    getters.put("getNClob", rows -> rows.getNClob(1));
    getters.put("getURL", rows -> rows.getURL(1));
    for (Class<?> type : objectClasses()) {
      getters.put(
          "getObject " + type.getTypeName().replace("java.time.", "").replace("java.lang.", ""),
          rows -> rows.getObject(1, type));
    }
    return getters;
  }

  private static List<Class<?>> objectClasses() {
    return List.of(
        Object.class,
        String.class,
        Boolean.class,
        Byte.class,
        Short.class,
        Integer.class,
        Long.class,
        Float.class,
        Double.class,
        BigDecimal.class,
        BigInteger.class,
        byte[].class,
        UUID.class,
        LocalDate.class,
        LocalTime.class,
        LocalDateTime.class,
        OffsetDateTime.class,
        ZonedDateTime.class,
        Instant.class,
        Period.class,
        Duration.class,
        Date.class,
        Time.class,
        Timestamp.class,
        java.util.Date.class,
        Blob.class,
        Clob.class,
        NClob.class,
        Thread.class);
  }

  /** Times of the legacy classes in milliseconds, which no time zone changes. */
  @SuppressWarnings("JavaUtilDate")
  private static Object millis(java.util.Date date) {
    return date == null ? null : date.getTime();
  }

  private static ResultSet rowOf(SqlType type, String text) throws SQLException {
    ColumnVector vector = ColumnVector.allocate(type.vectorKind(), 1);
    if (text == null) {
      vector.setNull(0);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      new ValueParser(type).parse(bytes, 0, bytes.length, ZoneId.of(ZONE), vector, 0);
    }
    MemoryRows rows =
        MemoryRows.empty(
            List.of(new ResultColumn("c", type, true, Optional.empty(), Optional.empty())));
    rows.append(new RowBatch(new ColumnVector[] {vector}, Selection.ofAll(1)));
    ResultSet result = Fakes.open(Fakes.connection(ZONE), rows, 0);
    assertTrue(result.next());
    return result;
  }

  private static String text(Object value) throws Exception {
    if (value instanceof byte[] bytes) {
      return "bytes " + HexFormat.of().formatHex(bytes);
    } else if (value instanceof Blob blob) {
      return text(blob.getBytes(1, (int) blob.length()));
    } else if (value instanceof Clob clob) {
      return "chars " + clob.getSubString(1, (int) clob.length());
    } else if (value instanceof InputStream stream) {
      return text(stream.readAllBytes());
    } else if (value instanceof Reader reader) {
      StringBuilder text = new StringBuilder("chars ");
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        text.append((char) next);
      }
      return text.toString();
    } else if (value instanceof Float number) {
      // JDK 19 changed how many digits a float shows.
      return number.doubleValue() + " Float";
    }
    return value + " " + value.getClass().getSimpleName();
  }

  @Test
  void everyGetterOfEveryType() throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      Golden.check("getters.txt", matrix());
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static String matrix() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Sample sample : SAMPLES) {
      lines.add(sample.type() + " " + sample.text());
      for (Map.Entry<String, Getter> getter : getters().entrySet()) {
        lines.add("  " + getter.getKey() + ": " + outcome(sample, getter.getValue()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String outcome(Sample sample, Getter getter) throws Exception {
    try {
      return text(getter.get(rowOf(sample.type(), sample.text())));
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  @Test
  void nullOfEveryType() throws Exception {
    for (Sample sample : SAMPLES) {
      for (Map.Entry<String, Getter> getter : getters().entrySet()) {
        if (getter.getKey().endsWith("Thread")) {
          continue;
        }
        ResultSet row = rowOf(sample.type(), null);
        Object value = getter.getValue().get(row);
        if (value instanceof Number number) {
          assertTrue(number.doubleValue() == 0, getter.getKey());
        } else if (value instanceof Boolean truth) {
          assertTrue(!truth, getter.getKey());
        } else {
          assertNull(value, getter.getKey());
        }
        assertTrue(row.wasNull(), getter.getKey());
      }
    }
  }
}
