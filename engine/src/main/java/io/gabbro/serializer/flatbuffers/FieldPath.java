package io.gabbro.serializer.flatbuffers;

import java.util.ArrayList;
import java.util.List;

/** The way from the root table of a value to a field in it. Immutable. */
final class FieldPath {
  /**
   * A step to a field.
   *
   * @param owner the table or struct that has the field
   * @param field the field
   * @param member the number of the member of the union that it holds; 0 when it is no union
   */
  record Step(SchemaObject owner, SchemaField field, int member) {}

  private final List<Step> steps;
  private final int[] slots;
  private final int[] members;
  private final int slot;
  private final int size;
  private final int inner;
  private final boolean inStruct;

  /**
   * A way.
   *
   * @param steps tables, then structs, then the field itself
   */
  FieldPath(FlatBufferSchema schema, List<Step> steps) {
    this.steps = List.copyOf(steps);
    int tables = 0;
    while (!steps.get(tables).owner().isStruct()
        && tables + 1 < steps.size()
        && !steps.get(tables + 1).owner().isStruct()) {
      tables++;
    }
    slots = steps.subList(0, tables).stream().mapToInt(step -> step.field().offset()).toArray();
    members = steps.subList(0, tables).stream().mapToInt(Step::member).toArray();
    Step last = steps.get(tables);
    slot = last.field().offset();
    size = schema.inlineSize(last.field().type());
    inner =
        steps.subList(tables + 1, steps.size()).stream()
            .mapToInt(step -> step.field().offset())
            .sum();
    inStruct = tables + 1 < steps.size();
  }

  List<Step> steps() {
    return steps;
  }

  /** The way to the field in front of this one in its table: to the types of unions. */
  FieldPath before(FlatBufferSchema schema) {
    List<Step> changed = new ArrayList<>(steps);
    Step last = changed.remove(changed.size() - 1);
    changed.add(new Step(last.owner(), last.owner().fields().get(last.field().id() - 1), 0));
    return new FieldPath(schema, changed);
  }

  /** The field that the way leads to. */
  SchemaField field() {
    return steps.get(steps.size() - 1).field();
  }

  /**
   * Where the field lies in a value; {@link ValueBytes#ABSENT}, {@link ValueBytes#MISSING} or
   * {@link ValueBytes#BAD}.
   *
   * @param root the position of its root table
   */
  int locate(ValueBytes value, int root) {
    int table = root;
    for (int index = 0; index < slots.length; index++) {
      if (members[index] != 0) {
        int type = value.field(table, slots[index] - Short.BYTES, Byte.BYTES);
        if (type == ValueBytes.BAD) {
          return type;
        }
        if (type == ValueBytes.ABSENT || (value.bytes()[type] & 0xFF) != members[index]) {
          return ValueBytes.MISSING;
        }
      }
      int at = value.field(table, slots[index], Integer.BYTES);
      if (at <= 0) {
        return at == ValueBytes.BAD ? at : ValueBytes.MISSING;
      }
      table = value.follow(at);
      if (table == ValueBytes.BAD) {
        return table;
      }
    }
    int at = value.field(table, slot, size);
    if (at <= 0) {
      return at == ValueBytes.ABSENT && inStruct ? ValueBytes.MISSING : at;
    }
    return at + inner;
  }

  /** The names of the steps with dots between them. */
  @Override
  public String toString() {
    return String.join(".", steps.stream().map(step -> step.field().name()).toList());
  }
}
