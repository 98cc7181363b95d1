package io.gabbro.serializer.object;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the properties of classes. Members that a module does not open are none. */
final class PropertyFinder {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
  private static final MethodType SETTER =
      MethodType.methodType(void.class, Object.class, Object.class);

  private PropertyFinder() {}

  /** The components of a record, in their order. */
  static List<Property> components(Class<?> type) {
    List<Property> properties = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      MethodHandle getter = getter(component.getAccessor());
      if (getter == null) {
        return List.of();
      }
      properties.add(new Property(component.getName(), component.getGenericType(), getter, null));
    }
    return List.copyOf(properties);
  }

  /**
   * The properties of a bean and its public fields: those with a field of their name in the order
   * of the fields, superclasses first, then the others by name.
   */
  static List<Property> properties(Class<?> type) {
    Map<String, Property> found = new TreeMap<>();
    for (Field field : type.getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        addField(field, found);
      }
    }
    for (Method method : type.getMethods()) {
      String name = name(method);
      MethodHandle getter = name == null ? null : getter(method);
      // Where a bean has both isX and getX, isX is the getter.
      if (getter != null && (method.getName().startsWith("is") || !hasIs(type, method))) {
        MethodHandle setter = setter(type, method);
        found.put(name, new Property(name, method.getGenericReturnType(), getter, setter));
      }
    }
    return ordered(type, found);
  }

  private static void addField(Field field, Map<String, Property> found) {
    try {
      MethodHandle setter =
          Modifier.isFinal(field.getModifiers()) || !field.trySetAccessible()
              ? null
              : LOOKUP.unreflectSetter(field).asType(SETTER);
      if (field.trySetAccessible()) {
        MethodHandle getter = LOOKUP.unreflectGetter(field).asType(GETTER);
        found.put(
            field.getName(), new Property(field.getName(), field.getGenericType(), getter, setter));
      }
    } catch (IllegalAccessException e) {
      throw unexpected(field, e);
    }
  }

  private static List<Property> ordered(Class<?> type, Map<String, Property> found) {
    Map<String, Property> ordered = new LinkedHashMap<>();
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      classes.add(at);
    }
    Collections.reverse(classes);
    for (Class<?> declaring : classes) {
      for (Field field : declaring.getDeclaredFields()) {
        Property property = found.remove(field.getName());
        if (property != null) {
          ordered.put(field.getName(), property);
        }
      }
    }
    ordered.putAll(found);
    return List.copyOf(ordered.values());
  }

  /** The name of the property that a method reads; null when it reads none. */
  private static String name(Method method) {
    if (Modifier.isStatic(method.getModifiers())
        || method.isBridge()
        || method.getParameterCount() > 0
        || method.getDeclaringClass() == Object.class) {
      return null;
    }
    Class<?> type = method.getReturnType();
    String name = method.getName();
    if (name.startsWith("get") && type != void.class) {
      return decapitalized(name.substring(3));
    }
    boolean truth = type == boolean.class || type == Boolean.class;
    return name.startsWith("is") && truth ? decapitalized(name.substring(2)) : null;
  }

  private static boolean hasIs(Class<?> type, Method getter) {
    try {
      Method other = type.getMethod("is" + getter.getName().substring(3));
      return name(other) != null && getter(other) != null;
    } catch (NoSuchMethodException none) {
      return false;
    }
  }

  /** {@code Name} is {@code name}, and {@code URL} stays as it is; null for what is no name. */
  private static String decapitalized(String name) {
    if (name.isEmpty() || Character.isLowerCase(name.charAt(0))) {
      return null;
    }
    return name.length() > 1 && Character.isUpperCase(name.charAt(1))
        ? name
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static MethodHandle getter(Method method) {
    return handle(method, GETTER);
  }

  private static MethodHandle setter(Class<?> type, Method getter) {
    String name = getter.getName();
    String suffix = name.substring(name.startsWith("is") ? 2 : 3);
    try {
      Method setter = type.getMethod("set" + suffix, getter.getReturnType());
      return Modifier.isStatic(setter.getModifiers()) ? null : handle(setter, SETTER);
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  private static MethodHandle handle(Method method, MethodType type) {
    try {
      return method.trySetAccessible() ? LOOKUP.unreflect(method).asType(type) : null;
    } catch (IllegalAccessException e) {
      throw unexpected(method, e);
    }
  }

  private static IllegalStateException unexpected(AccessibleObject member, Exception e) {
    return new IllegalStateException(member + " is accessible and cannot be accessed", e);
  }
}
