package io.gabbro.serializer.fory;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueSerializer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.fory.Fory;
import org.apache.fory.ThreadSafeFory;
import org.apache.fory.memory.MemoryBuffer;

/**
 * Objects in the native format of Apache Fory. Only registered classes are written and read, each
 * under a number of its own, which must stay the same for as long as there are values with it.
 * Fields may be added, removed and reordered: values name the fields that they hold. A field that a
 * value does not have gets its default. Where the type of a field has changed, its values are
 * converted if nothing is lost, and otherwise refused. Enums are written by name, so that their
 * constants may be reordered.
 *
 * <p>So that corrupt bytes cannot exhaust memory or stack, the objects of a value are nested at
 * most 500 deep, take about 128 MiB at most, and have collections of no more than 8,192 elements
 * that take no bytes. Values that break these limits can be written, and cannot be read. Values may
 * hold up to 1,000 versions of a class, where a version is a set of fields with their types.
 *
 * @param <V> the type of the objects
 */
public final class ForySerializer<V> implements ValueSerializer<V> {
  /** The name of serializers that get no other. */
  public static final String NAME = "fory";

  private static final int MAX_DEPTH = 500;
  private static final long MAX_OBJECT_BYTES = 128L << 20;
  private static final int MAX_UNBACKED_ELEMENTS = 8192;
  private static final int MAX_VERSIONS = 1000;

  private final String name;
  private final Class<V> type;
  private final ThreadSafeFory fory;

  private ForySerializer(Builder<V> builder) {
    name = builder.name;
    type = builder.type;
    fory =
        Fory.builder()
            .withXlang(false)
            .requireClassRegistration(true)
            .withDeserializeUnknownClass(false)
            .withCompatible(true)
            .withAsyncCompilation(false)
            .serializeEnumByName(true)
            .withMaxDepth(MAX_DEPTH)
            .withMaxGraphMemoryBytes(MAX_OBJECT_BYTES)
            .withMaxUnbackedContainerItems(MAX_UNBACKED_ELEMENTS)
            .withMaxSchemaVersionsPerType(MAX_VERSIONS)
            .withMaxAverageSchemaVersionsPerType(MAX_VERSIONS)
            .suppressClassRegistrationWarnings(true)
            .buildThreadSafeFory();
    builder.classes.forEach((id, registered) -> fory.register(registered, id));
  }

  /**
   * Starts a serializer.
   *
   * @param type the type of the objects
   * @param id the number of that class, 0 to 32510
   */
  public static <V> Builder<V> builder(Class<V> type, int id) {
    return new Builder<>(type, id);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<V> type() {
    return type;
  }

  @Override
  public void serialize(V value, ByteBuilder target) {
    byte[] bytes;
    try {
      bytes = fory.serialize(type.cast(value));
    } catch (RuntimeException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.SERIALIZATION, "cannot write " + type.getTypeName() + ": " + e.getMessage());
    }
    target.put(bytes);
  }

  @Override
  public V deserialize(byte[] bytes, int offset, int length) {
    MemoryBuffer buffer = MemoryBuffer.fromByteArray(bytes, offset, length);
    Object value;
    try {
      value = fory.deserialize(buffer);
    } catch (RuntimeException e) {
      throw GabbroException.causedBy(e, ErrorCode.SERIALIZATION, unreadable(e.getMessage()));
    } catch (StackOverflowError e) {
      throw GabbroException.causedBy(
          e, ErrorCode.SERIALIZATION, unreadable("it is nested too deeply for the stack"));
    }
    if (!type.isInstance(value)) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION,
          unreadable("it is " + (value == null ? "null" : value.getClass().getTypeName())));
    }
    if (buffer.readerIndex() != length) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION,
          unreadable((length - buffer.readerIndex()) + " bytes follow the object"));
    }
    return type.cast(value);
  }

  private String unreadable(String problem) {
    return "the value is no " + type.getTypeName() + " in Fory's format: " + problem;
  }

  /**
   * Collects the classes of a serializer.
   *
   * @param <V> the type of the objects
   */
  public static final class Builder<V> {
    private final Class<V> type;
    private final Map<Integer, Class<?>> classes = new LinkedHashMap<>();
    private String name = NAME;

    private Builder(Class<V> type, int id) {
      this.type = type;
      register(type, id);
    }

    /**
     * Allows a class in the objects.
     *
     * @param id its number, 0 to 32510
     * @throws GabbroException {@code INVALID_ARGUMENT} when the number is taken
     */
    public Builder<V> register(Class<?> allowed, int id) {
      Class<?> other = classes.putIfAbsent(id, allowed);
      if (other != null) {
        throw new GabbroException(
            ErrorCode.INVALID_ARGUMENT, "the number " + id + " is taken by " + other.getTypeName());
      }
      return this;
    }

    /** Sets the name in registries; without it, {@value #NAME}. */
    public Builder<V> name(String serializerName) {
      name = serializerName;
      return this;
    }

    /** The serializer. */
    public ForySerializer<V> build() {
      return new ForySerializer<>(this);
    }
  }
}
