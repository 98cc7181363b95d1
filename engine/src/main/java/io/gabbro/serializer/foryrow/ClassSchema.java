package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The schema of a class, and how its fields are read.
 *
 * @param schema the fields
 * @param getters for each field a handle from Object to Object
 * @param structs the classes of all rows in rows, by the identity of their schemas
 */
record ClassSchema(
    ForyRowSchema schema,
    List<MethodHandle> getters,
    IdentityHashMap<ForyRowSchema, ClassSchema> structs) {
  private static final int DECIMAL_SCALE = 18;
  private static final String IGNORE = "org.apache.fory.annotation.Ignore";
  private static final Map<Class<?>, ForyRowType> TYPES =
      Map.ofEntries(
          Map.entry(boolean.class, Scalar.BOOL),
          Map.entry(Boolean.class, Scalar.BOOL),
          Map.entry(byte.class, Scalar.INT8),
          Map.entry(Byte.class, Scalar.INT8),
          Map.entry(short.class, Scalar.INT16),
          Map.entry(Short.class, Scalar.INT16),
          Map.entry(int.class, Scalar.INT32),
          Map.entry(Integer.class, Scalar.INT32),
          Map.entry(OptionalInt.class, Scalar.INT32),
          Map.entry(long.class, Scalar.INT64),
          Map.entry(Long.class, Scalar.INT64),
          Map.entry(OptionalLong.class, Scalar.INT64),
          Map.entry(float.class, Scalar.FLOAT32),
          Map.entry(Float.class, Scalar.FLOAT32),
          Map.entry(double.class, Scalar.FLOAT64),
          Map.entry(Double.class, Scalar.FLOAT64),
          Map.entry(OptionalDouble.class, Scalar.FLOAT64),
          Map.entry(String.class, Scalar.UTF8),
          Map.entry(LocalDate.class, Scalar.DATE32),
          Map.entry(Instant.class, Scalar.TIMESTAMP),
          Map.entry(BigDecimal.class, new ForyRowType.Decimal(DECIMAL_SCALE)));

  static ClassSchema of(Class<?> type) {
    return of(type, new ArrayDeque<>());
  }

  private static ClassSchema of(Class<?> type, Deque<Class<?>> around) {
    if (around.contains(type)) {
      throw MappingOptions.refused(type.getTypeName() + " is in itself, which rows cannot be");
    }
    around.push(type);
    List<ForyRowField> fields = new ArrayList<>();
    List<MethodHandle> getters = new ArrayList<>();
    IdentityHashMap<ForyRowSchema, ClassSchema> structs = new IdentityHashMap<>();
    for (Field field : members(type)) {
      Class<?> raw = raw(field.getGenericType());
      String owner = type.getTypeName() + "." + field.getName();
      ForyRowType fieldType = type(field.getGenericType(), owner, around, structs);
      fields.add(new ForyRowField(rowName(field.getName()), fieldType, !raw.isPrimitive()));
      getters.add(getter(field));
    }
    around.pop();
    return new ClassSchema(ForyRowSchema.of(fields), getters, structs);
  }

  /** The fields that Fory puts into rows, in the order of their names. */
  private static List<Field> members(Class<?> type) {
    Map<String, Field> members = new TreeMap<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        boolean ignored =
            Arrays.stream(field.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(IGNORE));
        int kind = Modifier.STATIC | Modifier.TRANSIENT;
        if ((field.getModifiers() & kind) == 0
            && !ignored
            && members.put(field.getName(), field) != null) {
          throw MappingOptions.refused(
              type.getTypeName() + " has two fields with the name \"" + field.getName() + "\"");
        }
      }
    }
    if (members.isEmpty()) {
      throw MappingOptions.refused(type.getTypeName() + " has no fields");
    }
    return List.copyOf(members.values());
  }

  private static MethodHandle getter(Field field) {
    try {
      if (!field.trySetAccessible()) {
        throw MappingOptions.refused("field " + field + " cannot be accessed");
      }
      return MethodHandles.lookup()
          .unreflectGetter(field)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " is accessible and cannot be accessed", e);
    }
  }

  /** The name of a field in rows: {@code userId} becomes {@code user_id}, and A {@code _a}. */
  private static String rowName(String name) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < name.length(); index++) {
      char character = name.charAt(index);
      text.append(Character.isUpperCase(character) ? "_" : "");
      text.append(Character.toLowerCase(character));
    }
    return text.toString();
  }

  private static ForyRowType type(
      Type type,
      String owner,
      Deque<Class<?>> around,
      IdentityHashMap<ForyRowSchema, ClassSchema> structs) {
    Class<?> raw = raw(type);
    if (TYPES.containsKey(raw)) {
      return TYPES.get(raw);
    }
    if (raw.isEnum()) {
      return Scalar.UTF8;
    }
    if (raw == Optional.class) {
      return type(argument(type, 0), owner, around, structs);
    }
    if (raw.isArray()) {
      Type element =
          type instanceof GenericArrayType generic
              ? generic.getGenericComponentType()
              : raw.getComponentType();
      return new ForyRowType.Array(type(element, owner, around, structs));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return new ForyRowType.Array(type(argument(type, 0), owner, around, structs));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return new ForyRowType.Entries(
          type(argument(type, 0), owner, around, structs),
          type(argument(type, 1), owner, around, structs));
    }
    if (raw.isPrimitive() || raw.isInterface() || raw.getName().startsWith("java.")) {
      throw MappingOptions.refused(
          "field " + owner + " is of " + type.getTypeName() + ", which rows do not have");
    }
    ClassSchema struct = of(raw, around);
    structs.putAll(struct.structs);
    structs.put(struct.schema, struct);
    return new ForyRowType.Struct(struct.schema);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    return type instanceof GenericArrayType ? Object[].class : Object.class;
  }

  private static Type argument(Type type, int index) {
    Type argument =
        type instanceof ParameterizedType parameterized
            ? parameterized.getActualTypeArguments()[index]
            : Object.class;
    return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
  }
}
