package io.gabbro.serializer.object;

import io.gabbro.serializer.AbstractValueSerializerContractTest;
import io.gabbro.serializer.ValueSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The bytes of objects with fields of all kinds do not change from one Fory to the next. */
class PersonBytesTest extends AbstractValueSerializerContractTest<Person> {
  private static final Person EMPTY =
      new Person(
          0,
          false,
          (byte) 0,
          (short) 0,
          0,
          0,
          0,
          'x',
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Optional.empty(),
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  private final List<Example<Person>> examples =
      List.of(new Example<>(full(), golden("full")), new Example<>(EMPTY, golden("empty")));

  @Override
  protected ValueSerializer<Person> serializer() {
    return ObjectMappingTest.PERSONS;
  }

  private static Person full() {
    Person.Card card = new Person.Card();
    card.note = "n";
    card.setValid(true);
    return new Person(
        7,
        true,
        (byte) -1,
        (short) -2,
        -3,
        1.5f,
        2.5,
        '\u20ac',
        4,
        false,
        new BigDecimal("-12.50"),
        BigInteger.TWO.pow(70),
        "\u00e9\u4e16\ud83c\udf0d",
        new byte[] {1, 2},
        new UUID(1, 2),
        LocalDate.of(2024, 2, 29),
        LocalTime.of(1, 2, 3, 4000),
        LocalDateTime.of(2024, 2, 29, 1, 2, 3),
        Instant.ofEpochSecond(-1, 999_999_999),
        OffsetDateTime.parse("2024-02-29T01:02:03+02:00"),
        date(),
        Person.Level.HIGH,
        Optional.of("m"),
        new Person.Address("Rome", 5, new Person.Country("it")),
        card,
        EMPTY,
        List.of("a", 1, 2.5),
        Map.of("k", 9),
        new int[] {1, -1},
        "any");
  }

  @SuppressWarnings("JavaUtilDate") // It is a type that objects have.
  private static Date date() {
    return new Date(1_700_000_000_123L);
  }

  @Override
  protected List<Example<Person>> examples() {
    return examples;
  }

  private static String golden(String name) {
    try (InputStream file = PersonBytesTest.class.getResourceAsStream("golden-persons.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected String describe(Person value) {
    return new JsonWriter().write(value);
  }
}
