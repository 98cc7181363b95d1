package io.gabbro.serializer.kafka;

import io.gabbro.serializer.AbstractValueMappingContractTest;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contract of mappings for values of a serde without timestamps. */
class PlainLongMappingTest extends AbstractValueMappingContractTest {
  @Override
  protected TableSerializer serializer() {
    return new KafkaTableSerializer(name -> Optional.empty());
  }

  @Override
  protected MappingOptions options() {
    return new MappingOptions(Map.of("value", "long"));
  }

  @Override
  protected List<ValueField> fields() {
    return serializer().fields(options());
  }

  @Override
  protected boolean isNullable(ValueField field) {
    return false;
  }
}
