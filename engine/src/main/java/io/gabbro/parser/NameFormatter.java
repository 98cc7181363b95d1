package io.gabbro.parser;

import io.gabbro.ast.Identifier;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The texts of names, types and strings. */
final class NameFormatter {
  private static final String WITH_TIME_ZONE = " with time zone";

  private NameFormatter() {}

  static String name(Identifier name) {
    return name(name.name());
  }

  static String name(String name) {
    return isPlain(name) && !Keywords.isReserved(upper(name)) ? name : quoted(name);
  }

  static String name(QualifiedName name) {
    String table = name(name.name());
    return name.schema().map(schema -> name(schema) + "." + table).orElse(table);
  }

  static String names(List<Identifier> names) {
    return names.stream().map(NameFormatter::name).collect(Collectors.joining(", "));
  }

  static String functionName(String name) {
    return isPlain(name) && !Keywords.isReservedForFunctions(upper(name)) ? name : quoted(name);
  }

  /** The name of an option of COPY, where keywords need no quotes. */
  static String optionName(Identifier name) {
    return isPlain(name.name()) ? upper(name.name()) : quoted(name.name());
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Whether {@code name} is a word that folds to itself; beyond ASCII a name is always quoted. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      boolean other = (c >= '0' && c <= '9') || c == '$';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  static String string(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String type(TypeName type) {
    if (type.arguments().isEmpty()) {
      return type.name();
    }
    String arguments =
        type.arguments().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    if (type.name().endsWith(WITH_TIME_ZONE)) {
      int words = type.name().length() - WITH_TIME_ZONE.length();
      return type.name().substring(0, words) + arguments + WITH_TIME_ZONE;
    }
    return type.name() + arguments;
  }

  static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
