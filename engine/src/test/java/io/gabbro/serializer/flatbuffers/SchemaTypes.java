package io.gabbro.serializer.flatbuffers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names of a schema in the making, and what types and layouts of structs they mean. */
final class SchemaTypes {
  /** A field as it is written. */
  record Parsed(String name, String type, String initial, List<String> attributes) {}

  /** How a field lies in a struct. */
  record Layout(int size, int alignment) {}

  final Map<String, List<Parsed>> tables = new TreeMap<>();
  final Map<String, List<Parsed>> structs = new TreeMap<>();
  final Map<String, List<String>> enums = new TreeMap<>();
  final Map<String, String> underlying = new TreeMap<>();
  final Map<String, List<String>> unions = new TreeMap<>();

  List<String> objectNames() {
    List<String> names = new ArrayList<>(tables.keySet());
    names.addAll(structs.keySet());
    names.sort(null);
    return names;
  }

  List<String> enumNames() {
    List<String> names = new ArrayList<>(enums.keySet());
    names.addAll(unions.keySet());
    names.sort(null);
    return names;
  }

  FieldType type(String text) {
    if (!text.startsWith("[")) {
      return single(text);
    }
    String[] parts = text.substring(1, text.length() - 1).split(":");
    FieldType element = single(parts[0]);
    return parts.length == 1
        ? new FieldType(BaseType.VECTOR, element.base(), element.index(), 0)
        : new FieldType(
            BaseType.ARRAY, element.base(), element.index(), Integer.parseInt(parts[1]));
  }

  FieldType single(String text) {
    String enumName = text.replace("#", "");
    BaseType base;
    int index = objectNames().indexOf(text);
    if (index >= 0) {
      base = BaseType.OBJECT;
    } else if (unions.containsKey(enumName)) {
      base = text.endsWith("#") ? BaseType.UTYPE : BaseType.UNION;
      index = enumNames().indexOf(enumName);
    } else if (enums.containsKey(text)) {
      base = single(underlying.get(text)).base();
      index = enumNames().indexOf(text);
    } else {
      base =
          Arrays.stream(BaseType.values())
              .filter(each -> each.toString().equals(text))
              .findFirst()
              .orElseThrow();
    }
    return new FieldType(base, BaseType.NONE, index, 0);
  }

  Layout layout(String text) {
    FieldType type = type(text);
    if (type.base() == BaseType.ARRAY) {
      Layout element = layout(text.substring(1, text.indexOf(':')));
      return new Layout(element.size() * type.fixedLength(), element.alignment());
    }
    if (!structs.containsKey(text)) {
      return new Layout(type.base().width(), type.base().width());
    }
    int size = 0;
    int alignment = 1;
    for (Parsed field : structs.get(text)) {
      Layout layout = layout(field.type());
      alignment = Math.max(alignment, layout.alignment());
      size = aligned(size, layout.alignment()) + layout.size();
    }
    return new Layout(aligned(size, alignment), alignment);
  }

  static int aligned(int offset, int alignment) {
    return (offset + alignment - 1) / alignment * alignment;
  }
}
