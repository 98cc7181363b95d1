package io.gabbro.serializer.object;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.serializer.ValueWriter;
import java.util.List;

/** Columns over the objects of a serializer. */
final class ObjectMapping<V> implements ValueMapping {
  private final ValueSerializer<V> serializer;
  private final List<MappedField> fields;
  private final ObjectNode tree;

  ObjectMapping(ValueSerializer<V> serializer, List<MappedField> fields) {
    this.serializer = serializer;
    this.fields = fields;
    tree = ObjectNode.of(serializer.type(), fields);
  }

  @Override
  public ValueReader newReader() {
    return new ObjectReader(serializer, fields);
  }

  @Override
  public ValueWriter newWriter() {
    return new ObjectWriter<>(serializer, fields, tree);
  }

  @Override
  public void check(byte[] bytes, int offset, int length) {
    try {
      serializer.deserialize(bytes, offset, length);
    } catch (GabbroException e) {
      throw e;
    } catch (RuntimeException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.SERIALIZATION, "the value does not deserialize: " + e);
    }
  }
}
