package io.gabbro.session;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import io.gabbro.serializer.SerializerRegistry;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.serializer.flatbuffers.FlatBufferTableSerializer;
import io.gabbro.serializer.fory.ForyClasses;
import io.gabbro.serializer.foryrow.ForyRowTableSerializer;
import io.gabbro.serializer.kafka.KafkaTableSerializer;
import io.gabbro.serializer.object.ObjectTableSerializer;
import io.gabbro.serializer.raw.RawTableSerializer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** The serializers that {@code CREATE TABLE … USING} knows in a database. Thread-safe. */
final class TableSerializers {
  private static final String FORY = "fory";
  private static final String CLASS = "class";

  private final Map<String, TableSerializer> builtIn = new TreeMap<>();

  private final SerializerRegistry registry = new SerializerRegistry();
  private final ForyClasses foryClasses = new ForyClasses();
  private final AtomicInteger registrations = new AtomicInteger();

  TableSerializers() {
    add(new RawTableSerializer());
    add(new KafkaTableSerializer(this::ofRegistered));
    add(
        new ObjectTableSerializer(
            FORY, List.of(CLASS), options -> foryClasses.serializer(options.required(CLASS))));
    add(new ForyRowTableSerializer(foryClasses::require));
    add(new FlatBufferTableSerializer());
  }

  /** The classes of objects that tables of the serializer {@code fory} may hold. */
  ForyClasses foryClasses() {
    return foryClasses;
  }

  /**
   * Makes a serializer known under its name.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when another has the name
   */
  void register(ValueSerializer<?> serializer) {
    if (builtIn.containsKey(serializer.name())) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT,
          "a serializer with the name \"" + serializer.name() + "\" is built in");
    }
    registry.register(serializer);
    registrations.incrementAndGet();
  }

  /** A number that changes with each serializer and class that becomes known. */
  long generation() {
    return registrations.get() + ((long) foryClasses.count() << Integer.SIZE);
  }

  private void add(TableSerializer serializer) {
    builtIn.put(serializer.name(), serializer);
  }

  /**
   * The serializer of that name.
   *
   * @throws GabbroException {@code UNDEFINED_SERIALIZER} when there is none
   */
  TableSerializer require(String name) {
    return find(name).orElseThrow(() -> undefined(name));
  }

  /** The serializer of that name, if it is known by now. */
  Optional<TableSerializer> find(String name) {
    return Optional.ofNullable(builtIn.get(name)).or(() -> ofRegistered(name));
  }

  private Optional<TableSerializer> ofRegistered(String name) {
    return registry.find(name).map(TableSerializers::ofObjects);
  }

  private static TableSerializer ofObjects(ValueSerializer<?> serializer) {
    return new ObjectTableSerializer(serializer.name(), List.of(), options -> serializer);
  }

  private GabbroException undefined(String name) {
    Set<String> names = new TreeSet<>(builtIn.keySet());
    names.addAll(registry.names());
    GabbroException error = new GabbroException(ErrorCode.UNDEFINED_SERIALIZER, name);
    return error.withHint(
        Suggestions.closest(name, names)
            .map(close -> "did you mean \"" + close + "\"?")
            .orElse("known: " + String.join(", ", names)));
  }
}
