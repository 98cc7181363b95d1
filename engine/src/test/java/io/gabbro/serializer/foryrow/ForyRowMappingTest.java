package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.AbstractValueMappingContractTest;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contract of mappings for rows of a class. */
class ForyRowMappingTest extends AbstractValueMappingContractTest {
  /** All types of columns. */
  public record Person(
      long id,
      boolean active,
      byte tiny,
      short small,
      int size,
      float ratio,
      double revenue,
      Integer rank,
      Boolean known,
      BigDecimal balance,
      String firstName,
      byte[] photo,
      LocalDate born,
      Instant created,
      Address home,
      Card card,
      List<String> tags,
      Map<String, Integer> scores) {}

  /** A row in a row. */
  public record Address(String city, Integer zip, Country country) {}

  /** A row in a row in a row. */
  public record Country(String code) {}

  /** A row with something that no column shows. */
  public record Card(String number, boolean valid, List<Long> uses) {}

  private static final Set<String> PRIMITIVES =
      Set.of("id", "active", "tiny", "small", "size", "ratio", "revenue", "card_valid");

  @Override
  protected TableSerializer serializer() {
    return new ForyRowTableSerializer(name -> Person.class);
  }

  @Override
  protected MappingOptions options() {
    return new MappingOptions(Map.of("class", "Person"));
  }

  @Override
  protected List<ValueField> fields() {
    return serializer().fields(options());
  }

  @Override
  protected boolean isNullable(ValueField field) {
    return !PRIMITIVES.contains(field.name());
  }
}
