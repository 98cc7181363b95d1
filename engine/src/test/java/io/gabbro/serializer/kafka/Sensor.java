package io.gabbro.serializer.kafka;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.serializer.object.ObjectTableSerializer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A value of an application: four bytes of a number, and a name behind them. */
public record Sensor(int level, String name) {
  /** Tables of Kafka's that know the serializer {@code sensor}. */
  static KafkaTableSerializer tables() {
    return new KafkaTableSerializer(
        name ->
            Optional.of(name)
                .filter("sensor"::equals)
                .map(
                    known ->
                        new ObjectTableSerializer(known, List.of(), options -> new Serializer())));
  }

  /** As the application writes it. */
  public byte[] toBytes() {
    ByteBuilder target = new ByteBuilder();
    new Serializer().serialize(this, target);
    return target.toByteArray();
  }

  /** The serializer {@code sensor}. */
  public static final class Serializer implements ValueSerializer<Sensor> {
    @Override
    public String name() {
      return "sensor";
    }

    @Override
    public Class<Sensor> type() {
      return Sensor.class;
    }

    @Override
    public void serialize(Sensor value, ByteBuilder target) {
      target.putInt(value.level());
      target.put((value.name() == null ? "" : value.name()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Sensor deserialize(byte[] bytes, int offset, int length) {
      if (length < Integer.BYTES) {
        throw new GabbroException(ErrorCode.SERIALIZATION, "no level");
      }
      return new Sensor(
          BigEndian.getInt(bytes, offset),
          new String(bytes, offset + 4, length - 4, StandardCharsets.UTF_8));
    }
  }
}
