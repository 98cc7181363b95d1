package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.MappingOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mapped fields of rows, and those of the rows in them. Immutable and thread-safe.
 *
 * @param schema the fields
 * @param leaves for the positions of fields that a column shows, the number of the column
 * @param children for the positions of rows whose fields are mapped, these
 */
record RowNode(ForyRowSchema schema, Map<Integer, Integer> leaves, Map<Integer, RowNode> children) {
  /**
   * The tree of all columns.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when two columns show
   *     one field
   */
  static RowNode of(ForyRowSchema schema, List<RowColumn> columns) {
    RowNode root = new RowNode(schema, new TreeMap<>(), new TreeMap<>());
    for (int number = 0; number < columns.size(); number++) {
      RowColumn column = columns.get(number);
      RowNode node = root;
      int last = column.ordinals().length - 1;
      for (int depth = 0; depth < last; depth++) {
        ForyRowSchema inner = column.schemas().get(depth + 1);
        node =
            node.children.computeIfAbsent(
                column.ordinals()[depth],
                ordinal -> new RowNode(inner, new TreeMap<>(), new TreeMap<>()));
      }
      if (node.leaves.putIfAbsent(column.ordinals()[last], number) != null) {
        throw MappingOptions.refused(
            "column \""
                + column.field().name()
                + "\" shows the field \""
                + column.field().path()
                + "\", which another column shows");
      }
    }
    return root;
  }

  /** Whether columns show all that there is in a row. */
  boolean isComplete() {
    return leaves.size() + children.size() == schema.fields().size()
        && children.values().stream().allMatch(RowNode::isComplete);
  }
}
