package io.gabbro.parser;

import io.gabbro.error.SourcePosition;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Works on any syntax tree through its records. */
final class Trees {
  private Trees() {}

  /** The same tree with every position at the start. */
  @SuppressWarnings("unchecked")
  static <T> T withoutPositions(T tree) {
    return (T) erase(tree);
  }

  private static Object erase(Object node) {
    if (node instanceof SourcePosition) {
      return SourcePosition.START;
    }
    if (node instanceof List<?> list) {
      return list.stream().map(Trees::erase).toList();
    }
    if (node instanceof Optional<?> optional) {
      return optional.map(Trees::erase);
    }
    return node instanceof Record record ? rebuild(record) : node;
  }

  private static Object rebuild(Record node) {
    RecordComponent[] components = node.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = erase(components[i].getAccessor().invoke(node));
      }
      Constructor<?> constructor = node.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record cannot be read", e);
    }
  }

  /** Calls {@code visitor} with every record of a tree. */
  static void visit(Object node, Consumer<Record> visitor) {
    if (node instanceof List<?> list) {
      list.forEach(item -> visit(item, visitor));
    } else if (node instanceof Optional<?> optional) {
      optional.ifPresent(item -> visit(item, visitor));
    } else if (node instanceof Record record) {
      visitor.accept(record);
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        try {
          visit(component.getAccessor().invoke(record), visitor);
        } catch (ReflectiveOperationException e) {
          throw new LinkageError("a record cannot be read", e);
        }
      }
    }
  }
}
