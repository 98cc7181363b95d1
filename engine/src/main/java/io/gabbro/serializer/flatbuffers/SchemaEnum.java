package io.gabbro.serializer.flatbuffers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An enum or union of a schema. Immutable. */
final class SchemaEnum {
  /**
   * A value.
   *
   * @param name its name
   * @param number its number, of an enum of ULONG as 64 bits
   * @param member what a union then holds; base type {@code NONE} in enums, and for nothing
   */
  record Value(String name, long number, FieldType member) {}

  private final String name;
  private final boolean union;
  private final BaseType underlying;
  private final Map<String, Value> byName = new LinkedHashMap<>();
  private final Value[] values;
  private final long[] numbers;
  private final byte[][] names;

  /** An enum or union; of several values with one number only the first counts. */
  SchemaEnum(String name, boolean union, BaseType underlying, List<Value> values) {
    this.name = name;
    this.union = union;
    this.underlying = underlying;
    Map<Long, Value> byNumber = new LinkedHashMap<>();
    values.forEach(value -> byNumber.putIfAbsent(value.number(), value));
    this.values =
        byNumber.values().stream()
            .sorted(Comparator.comparingLong(Value::number))
            .toArray(Value[]::new);
    numbers = Arrays.stream(this.values).mapToLong(Value::number).toArray();
    names =
        Arrays.stream(this.values)
            .map(value -> value.name().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    Arrays.stream(this.values).forEach(value -> byName.put(value.name(), value));
  }

  /** Its name with its namespace. */
  String name() {
    return name;
  }

  boolean isUnion() {
    return union;
  }

  /** The integer type of its numbers. */
  BaseType underlying() {
    return underlying;
  }

  /** Its values by name, in the order of their numbers. */
  Map<String, Value> byName() {
    return byName;
  }

  /** The value of a number; null when there is none. */
  Value value(long number) {
    int index = Arrays.binarySearch(numbers, number);
    return index < 0 ? null : values[index];
  }

  /** The UTF-8 form of the name of a number, not to be changed; null when there is none. */
  byte[] nameOf(long number) {
    int index = Arrays.binarySearch(numbers, number);
    return index < 0 ? null : names[index];
  }
}
