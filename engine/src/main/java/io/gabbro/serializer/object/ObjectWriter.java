package io.gabbro.serializer.object;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.vector.ColumnVector;
import java.util.List;
import java.util.Map;

/** Builds and changes objects, and serializes them. */
final class ObjectWriter<V> implements ValueWriter {
  private final ValueSerializer<V> serializer;
  private final List<MappedField> fields;
  private final ObjectNode tree;
  private final ColumnVector[] scratch;
  private ColumnVector[] columns;
  private int row;
  private boolean changed;

  ObjectWriter(ValueSerializer<V> serializer, List<MappedField> fields, ObjectNode tree) {
    this.serializer = serializer;
    this.fields = fields;
    this.tree = tree;
    scratch =
        fields.stream()
            .map(field -> ColumnVector.allocate(field.field().type().vectorKind(), 1))
            .toArray(ColumnVector[]::new);
  }

  @Override
  public void write(ColumnVector[] vectors, int sourceRow, ByteBuilder target) {
    columns = vectors;
    row = sourceRow;
    serializer.serialize(serializer.type().cast(create(tree)), target);
  }

  /** An object that does not change keeps its bytes. */
  @Override
  public void rewrite(
      ColumnVector[] vectors,
      int sourceRow,
      byte[] old,
      int offset,
      int length,
      ByteBuilder target) {
    columns = vectors;
    row = sourceRow;
    changed = false;
    Object rewritten = change(tree, serializer.deserialize(old, offset, length));
    if (changed) {
      serializer.serialize(serializer.type().cast(rewritten), target);
    } else {
      target.put(old, offset, length);
    }
  }

  private Object create(ObjectNode node) {
    int count = node.shape().properties().size();
    Object[] values = new Object[count];
    boolean[] given = new boolean[count];
    node.leaves()
        .forEach(
            (position, number) -> {
              MappedField field = fields.get(number);
              boolean isNull = columns[number].isNull(row);
              given[position] = !isNull || isWritable(node, position, field);
              values[position] = given[position] ? value(field, number) : null;
            });
    node.children()
        .forEach(
            (position, child) -> {
              boolean isNull = isNull(child);
              given[position] = !isNull || node.shape().isWritable(position);
              values[position] = isNull ? null : create(child);
            });
    return node.shape().create(values, given);
  }

  private static boolean isWritable(ObjectNode node, int position, MappedField field) {
    return field.leaf().isWritable() && node.shape().isWritable(position);
  }

  private Object change(ObjectNode node, Object old) {
    List<Property> properties = node.shape().properties();
    Object[] values = new Object[properties.size()];
    boolean[] given = new boolean[properties.size()];
    boolean any = false;
    for (Map.Entry<Integer, Integer> leaf : node.leaves().entrySet()) {
      int position = leaf.getKey();
      MappedField field = fields.get(leaf.getValue());
      if (differs(field, leaf.getValue(), properties.get(position).get(old))) {
        values[position] = value(field, leaf.getValue());
        given[position] = true;
        any = true;
      }
    }
    for (Map.Entry<Integer, ObjectNode> entry : node.children().entrySet()) {
      int position = entry.getKey();
      Object part = properties.get(position).get(old);
      values[position] = changePart(entry.getValue(), part);
      given[position] = values[position] != part;
      any |= given[position];
    }
    changed |= any;
    return any ? node.shape().change(old, values, given) : old;
  }

  /** The object in a property, which may be null before or after. */
  private Object changePart(ObjectNode node, Object old) {
    boolean isNull = isNull(node);
    if (old == null) {
      return isNull ? null : create(node);
    }
    return isNull && node.isComplete() ? null : change(node, old);
  }

  private boolean isNull(ObjectNode node) {
    return node.leaves().values().stream().allMatch(number -> columns[number].isNull(row))
        && node.children().values().stream().allMatch(this::isNull);
  }

  private boolean differs(MappedField field, int number, Object old) {
    ColumnVector before = scratch[number];
    before.reset();
    try {
      field.set(old, before, 0);
    } catch (GabbroException unreadable) {
      return true;
    }
    return !before.isSame(0, columns[number], row);
  }

  private Object value(MappedField field, int number) {
    if (!field.leaf().isWritable()) {
      throw LeafType.misfit("field \"" + field.field().path() + "\" is JSON, which is only read");
    }
    if (!columns[number].isNull(row)) {
      return field.value(columns[number], row);
    }
    if (field.property().isPrimitive()) {
      throw LeafType.misfit(
          "field \""
              + field.field().path()
              + "\" is of "
              + field.property().rawType().getTypeName()
              + " and cannot be NULL");
    }
    return null;
  }
}
