package io.gabbro.serializer.foryrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rows are those that Fory itself makes, byte by byte. */
class ForyRowBytesTest {
  /** An enum. */
  public enum Color {
    RED,
    GREEN
  }

  /** A bean whose fields are in no order. */
  @SuppressWarnings("UnusedVariable") // Fields are what rows are made of.
  public static class Simple {
    private final int b;
    private final String a;
    private final Long c;
    private final transient int skipped = 1;
    private static int everywhere = 1;

    Simple(int b, String a, Long c) {
      this.b = b;
      this.a = a;
      this.c = c;
    }

    int skipped() {
      return skipped + everywhere;
    }
  }

  /** A part of {@link Coll}. */
  public record Inner(int zip, String city) {}

  /** All types of a fixed width. */
  public record Nums(
      boolean flag,
      byte tiny,
      short small,
      int size,
      long big,
      float ratio,
      double amount,
      Integer boxed,
      String text,
      LocalDate day,
      Instant at) {}

  /** An enum in a row. */
  public record En(Color color) {}

  /** A decimal in a row. */
  public record Dec(BigDecimal price) {}

  /** Arrays. */
  public record Arr(byte[] blob, int[] numbers, String[] names, boolean[] flags, double[] ratios) {}

  /** Collections and rows. */
  public record Coll(
      List<String> tags,
      List<Integer> ints,
      Map<String, Integer> scores,
      Inner homeAddress,
      List<Inner> inners) {}

  /** Names. */
  public record Snake(int aB, int aa, int userIDNumber, int x1Y) {}

  /** Times before 1970. */
  public record Old(Instant at, LocalDate day) {}

  /** Capitals. */
  @SuppressWarnings("MemberName") // Fory has a rule for such names too.
  public record Capital(int Abc) {}

  /** Optionals. */
  public record Rec(long id, String name, OptionalInt maybe, Optional<String> mail, Double ratio) {}

  /** What is in itself. */
  public record Loop(Loop next) {}

  /** A type that rows do not have. */
  public record Id(UUID id) {}

  private static final Nums NUMS =
      new Nums(
          true,
          (byte) -2,
          (short) -3,
          4,
          -5L,
          1.5f,
          -2.5,
          6,
          "h\u00e9llo w\u00f6rld",
          LocalDate.of(2024, 2, 29),
          Instant.ofEpochSecond(1700000000, 123456789));
  private static final Inner ROME = new Inner(5, "Rome");
  private static final Coll COLL =
      new Coll(
          Arrays.asList("x", null, "yy"),
          Arrays.asList(1, null, 3),
          Map.of("k", 9),
          ROME,
          Arrays.asList(ROME, null));
  private static final Map<String, Object> OBJECTS =
      Map.ofEntries(
          Map.entry("simple", new Simple(7, "ann", null)),
          Map.entry("simple2", new Simple(-1, null, 5L)),
          Map.entry("nums", NUMS),
          Map.entry("enum", new En(Color.GREEN)),
          Map.entry("dec", new Dec(new BigDecimal("-12.50"))),
          Map.entry("decnull", new Dec(null)),
          Map.entry(
              "arr",
              new Arr(
                  new byte[] {1, 2, 3},
                  new int[] {1, -2, 3},
                  new String[] {"x", null, "yy"},
                  new boolean[] {true, false, true},
                  new double[] {1.5})),
          Map.entry("coll", COLL),
          Map.entry("collnull", new Coll(List.of(), null, Map.of(), null, null)),
          Map.entry(
              "old", new Old(Instant.ofEpochSecond(-1, 999_999_999), LocalDate.of(1960, 1, 1))),
          Map.entry("snake", new Snake(1, 2, 3, 4)),
          Map.entry("rec", new Rec(1, "n", OptionalInt.of(3), Optional.of("m"), 2.5)),
          Map.entry("rec2", new Rec(1, null, OptionalInt.empty(), Optional.empty(), null)));

  /** The rows that Fory made, by name. */
  static Map<String, byte[]> golden() throws IOException {
    try (InputStream file = ForyRowBytesTest.class.getResourceAsStream("golden-rows.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(words -> words[0], words -> HexFormat.of().parseHex(words[1])));
    }
  }

  private static <T> byte[] encode(Class<T> type, Object value) {
    return new ForyRowEncoder<>(type).encode(type.cast(value));
  }

  private static ForyRow row(String name) throws IOException {
    return ForyRow.of(
        ForyRowSchema.of(OBJECTS.get(name).getClass()), ByteBuffer.wrap(golden().get(name)));
  }

  @Test
  void objectsAreTheRowsThatForyMakes() throws IOException {
    Map<String, byte[]> golden = golden();
    for (Map.Entry<String, Object> example : OBJECTS.entrySet()) {
      assertEquals(
          HexFormat.of().formatHex(golden.get(example.getKey())),
          HexFormat.of().formatHex(encode(example.getValue().getClass(), example.getValue())),
          example.getKey());
    }
  }

  @Test
  void namesAreThoseThatForyGives() {
    assertEquals(
        List.of("a_b", "aa", "user_i_d_number", "x1_y"),
        ForyRowSchema.of(Snake.class).fields().stream().map(ForyRowField::name).toList());
    assertEquals("_abc", ForyRowSchema.of(Capital.class).fields().get(0).name());
  }

  @Test
  void readsNumbersAndTimes() throws IOException {
    ForyRow row = row("nums");
    assertEquals(true, row.getBoolean("flag"));
    assertEquals(-2, row.getByte("tiny"));
    assertEquals(-3, row.getShort("small"));
    assertEquals(4, row.getInt("size"));
    assertEquals(-5, row.getLong("big"));
    assertEquals(1.5f, row.getFloat("ratio"));
    assertEquals(-2.5, row.getDouble(0));
    assertEquals(6, row.getInt("boxed"));
    assertEquals(NUMS.text(), row.getString("text"));
    assertEquals(NUMS.day(), row.getDate("day"));
    assertEquals(Instant.parse("2023-11-14T22:13:20.123456Z"), row.getInstant("at"));
    assertEquals(new BigDecimal("-12.5").setScale(18), row("dec").getDecimal("price"));
    assertNull(row("decnull").getDecimal("price"));
  }

  @Test
  void readsRowsArraysAndMapsInRows() throws IOException {
    ForyRow row = row("coll");
    assertEquals("Rome", row.getStruct("home_address").getString("city"));
    ForyRowArray inners = row.getArray("inners");
    assertEquals(5, inners.getStruct(0).getInt("zip"));
    assertNull(inners.getStruct(1));
    assertEquals("yy", row.getArray("tags").getString(2));
    assertEquals(3, row.getArray("ints").getInt(2));
    assertEquals(true, row.getArray("ints").isNull(1));
    assertEquals("k", row.getMap("scores").keys().getString(0));
    assertEquals(9, row.getMap("scores").values().getInt(0));
    assertEquals(0, row("collnull").getMap("scores").size());
    assertNull(row("collnull").getStruct("home_address"));
    assertEquals(2, row("arr").getArray("blob").getByte(1));
  }

  @Test
  void refusesOtherTypesAndPlaces() throws IOException {
    ForyRow row = row("nums");
    for (Runnable bad :
        List.<Runnable>of(
            () -> row.getInt("big"),
            () -> row.getString("day"),
            () -> row.getDecimal("text"),
            () -> row.getStruct("text"),
            () -> row.getInt("missing"))) {
      GabbroException e = assertThrows(GabbroException.class, bad::run);
      assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
    }
    assertThrows(IndexOutOfBoundsException.class, () -> row.isNull(11));
    assertThrows(GabbroException.class, () -> row("rec2").getInt("maybe"));
  }

  @Test
  void refusesClassesThatAreNoRows() {
    for (Class<?> bad : List.of(Loop.class, Id.class, Object.class)) {
      GabbroException e = assertThrows(GabbroException.class, () -> ForyRowSchema.of(bad));
      assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, e.code());
    }
  }

  @Test
  void refusesWhatARowCannotHold() {
    Instant late = Instant.MAX;
    List<Object> values =
        List.of(
            new Dec(new BigDecimal("1e-19")),
            new Dec(new BigDecimal(BigInteger.TEN.pow(100))),
            new Rec(1, "\ud83c", OptionalInt.empty(), Optional.empty(), null),
            new Nums(true, (byte) 0, (short) 0, 0, 0, 0, 0, 0, "", LocalDate.MAX, null),
            new Nums(true, (byte) 0, (short) 0, 0, 0, 0, 0, 0, "", null, late));
    for (Object bad : values) {
      GabbroException e = assertThrows(GabbroException.class, () -> encode(bad.getClass(), bad));
      assertEquals(ErrorCode.SERIALIZATION, e.code());
    }
  }

  @Test
  void encodingAppends() {
    byte[] row = encode(Nums.class, NUMS);
    ByteBuilder target = new ByteBuilder();
    target.putByte(1);
    new ForyRowEncoder<>(Nums.class).encode(NUMS, target);
    assertArrayEquals(row, Arrays.copyOfRange(target.bytes(), 1, target.length()));
  }
}
