package io.gabbro.serializer.kafka;

import io.gabbro.serializer.AbstractValueMappingContractTest;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import java.util.List;
import java.util.Map;

/** The contract of mappings for objects of a registered serializer behind timestamps. */
class TimestampedObjectMappingTest extends AbstractValueMappingContractTest {
  @Override
  protected TableSerializer serializer() {
    return Sensor.tables();
  }

  @Override
  protected MappingOptions options() {
    return new MappingOptions(Map.of("value", "sensor", "timestamps", "true"));
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
