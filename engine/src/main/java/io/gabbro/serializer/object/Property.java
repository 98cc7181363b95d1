package io.gabbro.serializer.object;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A property of a class. Immutable and thread-safe.
 *
 * @param name its name
 * @param declared its type as declared
 * @param getter from Object to Object
 * @param setter from Object and Object to nothing; null when it cannot be set
 */
record Property(String name, Type declared, MethodHandle getter, MethodHandle setter) {
  /** The type of what it holds, that in an Optional if it is one. */
  Type type() {
    return isOptional() && declared instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[0]
        : declared;
  }

  /** The class of what it holds; Object when it is not known. */
  Class<?> rawType() {
    return rawType(type());
  }

  /** Whether it is a primitive, which cannot be null. */
  boolean isPrimitive() {
    return rawType(declared).isPrimitive();
  }

  private boolean isOptional() {
    return rawType(declared) == Optional.class;
  }

  private static Class<?> rawType(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : Object.class;
  }

  /**
   * What it holds, without an Optional around it.
   *
   * @throws GabbroException {@code SERIALIZATION} when the getter fails
   */
  Object get(Object owner) {
    Object value;
    try {
      value = (Object) getter.invokeExact(owner);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) { // A method handle may throw what the class throws: anything.
      throw GabbroException.causedBy(
          e, ErrorCode.SERIALIZATION, "field \"" + name + "\" cannot be read: " + e);
    }
    return value instanceof Optional<?> optional && isOptional() ? optional.orElse(null) : value;
  }

  /**
   * Sets it.
   *
   * @param value without an Optional around it
   * @throws GabbroException {@code SERIALIZATION} when it has no setter, or that fails
   */
  void set(Object owner, Object value) {
    if (setter == null) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, "field \"" + name + "\" cannot be written: it has no setter");
    }
    try {
      setter.invokeExact(owner, wrapped(value));
    } catch (Error e) {
      throw e;
    } catch (Throwable e) { // A method handle may throw what the class throws: anything.
      throw GabbroException.causedBy(
          e, ErrorCode.SERIALIZATION, "field \"" + name + "\" cannot be written: " + e);
    }
  }

  /** A value as the property is declared. */
  Object wrapped(Object value) {
    return isOptional() ? Optional.ofNullable(value) : value;
  }
}
