package io.gabbro.serializer.kafka;

import io.gabbro.serializer.AbstractValueMappingContractTest;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contract of mappings for values of a serde behind timestamps. */
class TimestampedUuidMappingTest extends AbstractValueMappingContractTest {
  @Override
  protected TableSerializer serializer() {
    return new KafkaTableSerializer(name -> Optional.empty());
  }

  @Override
  protected MappingOptions options() {
    return new MappingOptions(Map.of("value", "uuid", "timestamps", "true"));
  }

  @Override
  protected List<ValueField> fields() {
    return serializer().fields(options());
  }

  @Override
  protected boolean isNullable(ValueField field) {
    return field.name().equals("record_timestamp");
  }
}
