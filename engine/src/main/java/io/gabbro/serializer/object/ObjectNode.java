package io.gabbro.serializer.object;

import io.gabbro.serializer.MappingOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mapped properties of a class, and those of the objects in them. Immutable and thread-safe.
 *
 * @param shape the class
 * @param leaves for the positions of properties that a column shows, the number of the field
 * @param children for the positions of properties whose own properties are mapped, these
 */
record ObjectNode(
    ObjectShape shape, Map<Integer, Integer> leaves, Map<Integer, ObjectNode> children) {
  /**
   * The tree of all fields.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when two columns show
   *     one property
   */
  static ObjectNode of(Class<?> root, List<MappedField> fields) {
    ObjectNode node = empty(root);
    for (int index = 0; index < fields.size(); index++) {
      node.add(fields.get(index), 0, index);
    }
    return node;
  }

  private static ObjectNode empty(Class<?> type) {
    return new ObjectNode(ObjectShape.of(type), new TreeMap<>(), new TreeMap<>());
  }

  private void add(MappedField field, int depth, int number) {
    Property property = field.path().get(depth);
    int position = shape.properties().indexOf(property);
    if (depth == field.path().size() - 1) {
      if (leaves.putIfAbsent(position, number) != null) {
        throw MappingOptions.refused(
            "column \""
                + field.field().name()
                + "\" shows the field \""
                + field.field().path()
                + "\", which another column shows");
      }
    } else {
      children
          .computeIfAbsent(position, key -> empty(property.rawType()))
          .add(field, depth + 1, number);
    }
  }

  /** Whether columns show all that there is in an object. */
  boolean isComplete() {
    return leaves.size() + children.size() == shape.properties().size()
        && children.values().stream().allMatch(ObjectNode::isComplete);
  }
}
