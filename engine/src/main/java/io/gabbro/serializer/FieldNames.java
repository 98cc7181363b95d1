package io.gabbro.serializer;

import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the fields that columns mean: {@code last_login} means {@code lastLogin}. */
public final class FieldNames {
  private FieldNames() {}

  /** The parts of a path. */
  public static List<String> parts(String path) {
    return List.of(path.split("\\.", -1));
  }

  /**
   * The one of {@code names} that {@code wanted} means: an equal one, or the only one that differs
   * in case and underscores alone.
   *
   * @param owner what has these fields, for the error message
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION} when there is none, or more than one
   */
  public static String find(String wanted, Collection<String> names, String owner) {
    if (names.contains(wanted)) {
      return wanted;
    }
    List<String> close =
        names.stream().filter(name -> plain(name).equals(plain(wanted))).sorted().toList();
    if (close.size() == 1) {
      return close.get(0);
    }
    if (close.size() > 1) {
      throw MappingOptions.refused(
          "\""
              + wanted
              + "\" means more than one field of "
              + owner
              + ": "
              + String.join(", ", close));
    }
    GabbroException error = MappingOptions.refused(owner + " has no field \"" + wanted + "\"");
    throw Suggestions.closest(wanted, List.copyOf(names))
        .map(name -> error.withHint("did you mean \"" + name + "\"?"))
        .orElse(error);
  }

  /** The usual column name of a field: {@code lastLogin} becomes {@code last_login}. */
  public static String columnName(String field) {
    StringBuilder name = new StringBuilder();
    for (int index = 0; index < field.length(); index++) {
      char character = field.charAt(index);
      boolean starts =
          Character.isUpperCase(character)
              && index > 0
              && (!Character.isUpperCase(field.charAt(index - 1))
                  || (index + 1 < field.length() && Character.isLowerCase(field.charAt(index + 1))))
              && field.charAt(index - 1) != '_';
      name.append(starts ? "_" : "").append(Character.toLowerCase(character));
    }
    return name.toString();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
