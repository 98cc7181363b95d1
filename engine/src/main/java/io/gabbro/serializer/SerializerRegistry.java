package io.gabbro.serializer;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Serializers by name: those that an application registered, and those that {@link ServiceLoader}
 * finds. One that was registered hides a found one of the same name. Thread-safe.
 */
public final class SerializerRegistry {
  private final Map<String, ValueSerializer<?>> registered = new TreeMap<>();
  private final ClassLoader loader;
  private Map<String, ValueSerializer<?>> found;

  /** A registry that finds serializers through the class loader of this class. */
  public SerializerRegistry() {
    this(SerializerRegistry.class.getClassLoader());
  }

  /** A registry that finds serializers through {@code loader}. */
  public SerializerRegistry(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Registers a serializer under its name.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when another was registered under that name
   */
  public synchronized void register(ValueSerializer<?> serializer) {
    ValueSerializer<?> other = registered.putIfAbsent(serializer.name(), serializer);
    if (other != null && other != serializer) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT,
          "a serializer with the name \"" + serializer.name() + "\" is registered already");
    }
  }

  /** The serializer of that name, if there is one. */
  public synchronized Optional<ValueSerializer<?>> find(String name) {
    ValueSerializer<?> serializer = registered.get(name);
    return Optional.ofNullable(serializer != null ? serializer : found().get(name));
  }

  /**
   * The serializer of that name and type.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when there is none, or it is of another type
   */
  public <V> ValueSerializer<V> require(String name, Class<V> type) {
    ValueSerializer<?> serializer =
        find(name)
            .orElseThrow(
                () ->
                    new GabbroException(
                            ErrorCode.INVALID_ARGUMENT,
                            "there is no serializer with the name \"" + name + "\"")
                        .withHint("known: " + String.join(", ", names())));
    if (!serializer.type().equals(type)) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT,
          "the serializer \""
              + name
              + "\" is for "
              + serializer.type().getTypeName()
              + ", not "
              + type.getTypeName());
    }
    @SuppressWarnings("unchecked")
    ValueSerializer<V> typed = (ValueSerializer<V>) serializer;
    return typed;
  }

  /** The names of all serializers. */
  public synchronized SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(registered.keySet());
    names.addAll(found().keySet());
    return Collections.unmodifiableSortedSet(names);
  }

  private Map<String, ValueSerializer<?>> found() {
    if (found == null) {
      Map<String, ValueSerializer<?>> services = new TreeMap<>();
      try {
        for (ValueSerializer<?> serializer : ServiceLoader.load(ValueSerializer.class, loader)) {
          services.putIfAbsent(serializer.name(), serializer);
        }
      } catch (ServiceConfigurationError e) {
        throw GabbroException.causedBy(
            e, ErrorCode.SERIALIZATION, "a serializer cannot be loaded: " + e.getMessage());
      }
      found = services;
    }
    return found;
  }
}
