package io.gabbro.serializer.object;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** The properties of a class, and how its objects are made. Immutable and thread-safe. */
final class ObjectShape {
  private static final ClassValue<ObjectShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected ObjectShape computeValue(Class<?> type) {
          return new ObjectShape(type);
        }
      };

  private final Class<?> type;
  private final List<Property> properties;
  private final MethodHandle constructor;

  private ObjectShape(Class<?> type) {
    this.type = type;
    properties =
        type.isRecord() ? PropertyFinder.components(type) : PropertyFinder.properties(type);
    constructor = constructor(type);
  }

  /** That of a class. */
  static ObjectShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** Whether a class is one whose objects consist of properties, not a type of the JDK. */
  static boolean hasProperties(Class<?> type) {
    return !type.isPrimitive()
        && !type.isEnum()
        && !type.isArray()
        && !type.getName().startsWith("java.")
        && !of(type).properties.isEmpty();
  }

  /** From an array of the components of a record, or from nothing; null when there is none. */
  private static MethodHandle constructor(Class<?> type) {
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      return null;
    }
    Class<?>[] components =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new)
            : new Class<?>[0];
    try {
      Constructor<?> found = type.getDeclaredConstructor(components);
      if (!found.trySetAccessible()) {
        return null;
      }
      MethodHandle handle = MethodHandles.lookup().unreflectConstructor(found);
      return handle
          .asSpreader(Object[].class, components.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (NoSuchMethodException none) {
      return null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(type + " is accessible and cannot be made", e);
    }
  }

  /** The name of the class. */
  String name() {
    return type.getTypeName();
  }

  /** Its properties. */
  List<Property> properties() {
    return properties;
  }

  /** The names of its properties, in the same order. */
  List<String> names() {
    return properties.stream().map(Property::name).toList();
  }

  /** Whether objects can get another value of a property. */
  boolean isWritable(int position) {
    return type.isRecord() || properties.get(position).setter() != null;
  }

  /**
   * A new object.
   *
   * @param values one a property
   * @param given which of them count; the others get their default
   * @throws GabbroException {@code SERIALIZATION} when it cannot be made
   */
  Object create(Object[] values, boolean[] given) {
    if (!type.isRecord()) {
      Object created = construct(new Object[0]);
      setAll(created, values, given);
      return created;
    }
    Object[] arguments = new Object[values.length];
    for (int index = 0; index < values.length; index++) {
      Property property = properties.get(index);
      arguments[index] = given[index] ? property.wrapped(values[index]) : absent(property);
    }
    return construct(arguments);
  }

  private static Object absent(Property property) {
    return property.isPrimitive()
        ? Array.get(Array.newInstance(property.rawType(), 1), 0)
        : property.wrapped(null);
  }

  /**
   * A changed object: the old one itself, or for a record another one.
   *
   * @param values one a property
   * @param given which of them count; the others stay as they are
   * @throws GabbroException {@code SERIALIZATION} when it cannot be changed
   */
  Object change(Object old, Object[] values, boolean[] given) {
    if (!type.isRecord()) {
      setAll(old, values, given);
      return old;
    }
    Object[] arguments = new Object[values.length];
    for (int index = 0; index < values.length; index++) {
      Property property = properties.get(index);
      arguments[index] = property.wrapped(given[index] ? values[index] : property.get(old));
    }
    return construct(arguments);
  }

  private void setAll(Object target, Object[] values, boolean[] given) {
    for (int index = 0; index < values.length; index++) {
      if (given[index]) {
        properties.get(index).set(target, values[index]);
      }
    }
  }

  private Object construct(Object[] arguments) {
    if (constructor == null) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION,
          "no object of " + name() + " can be made: it has no constructor without parameters");
    }
    try {
      return (Object) constructor.invokeExact(arguments);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) { // A method handle may throw what the class throws: anything.
      throw GabbroException.causedBy(
          e, ErrorCode.SERIALIZATION, "no object of " + name() + " can be made: " + e);
    }
  }
}
