package io.gabbro.serializer.object;

import io.gabbro.serializer.AbstractValueMappingContractTest;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.serializer.fory.ForySerializer;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The contract of mappings for objects, with those of Fory. */
class ObjectMappingTest extends AbstractValueMappingContractTest {
  static final ValueSerializer<Person> PERSONS =
      ForySerializer.builder(Person.class, 100)
          .register(Person.Address.class, 101)
          .register(Person.Country.class, 102)
          .register(Person.Card.class, 103)
          .register(Person.Level.class, 104)
          .build();

  private static final Set<String> JSON = Set.of("tags", "scores", "numbers");
  private static final Set<String> PRIMITIVES =
      Set.of("id", "active", "tiny", "small", "size", "ratio", "revenue", "initial", "card_valid");

  @Override
  protected TableSerializer serializer() {
    return new ObjectTableSerializer("fory", List.of("class"), options -> PERSONS);
  }

  @Override
  protected MappingOptions options() {
    return MappingOptions.none();
  }

  @Override
  protected List<ValueField> fields() {
    return serializer().fields(options()).stream()
        .filter(field -> !JSON.contains(field.name()))
        .toList();
  }

  @Override
  protected boolean isNullable(ValueField field) {
    return !PRIMITIVES.contains(field.name());
  }

  @Override
  protected Object value(ValueField field, Random values) {
    return switch (field.name()) {
      case "initial" -> String.valueOf((char) values.nextInt(0xD800));
      case "level" -> values.nextBoolean() ? "LOW" : "HIGH";
      default -> super.value(field, values);
    };
  }
}
