package io.gabbro.serializer;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The OPTIONS of a mapped table: names in lower case and texts. Immutable. */
public final class MappingOptions {
  /** The column family; without it, the table's name. */
  public static final String COLUMN_FAMILY = "cf";

  /** The encodings of the columns of the key. */
  public static final String KEY = "key";

  private final Map<String, String> values;

  /** These options, in their order. */
  public MappingOptions(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** No options. */
  public static MappingOptions none() {
    return new MappingOptions(Map.of());
  }

  /** All of them, in their order. */
  public Map<String, String> all() {
    return values;
  }

  /** The text of an option, if it is given. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The text of an option that must be given.
   *
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION} when it is not
   */
  public String required(String name) {
    return text(name)
        .orElseThrow(
            () -> refused("option \"" + name + "\" is missing: OPTIONS (" + name + " '…')"));
  }

  /**
   * The text of an option that has a few possible values, the first of which is the default.
   *
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION} when it is another
   */
  public String choice(String name, String... possible) {
    String text = values.getOrDefault(name, possible[0]).toLowerCase(Locale.ROOT);
    if (!Arrays.asList(possible).contains(text)) {
      throw refused(
          "option \"" + name + "\" is one of " + String.join(", ", possible) + ", not " + text);
    }
    return text;
  }

  /** The same options and one more, which replaces one of the same name. */
  public MappingOptions with(String name, String text) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, text);
    return new MappingOptions(changed);
  }

  /** The same options without one, and another in its place. */
  public MappingOptions replaced(String name, String other, String text) {
    Map<String, String> changed = new LinkedHashMap<>();
    values.forEach(
        (key, value) ->
            changed.put(key.equals(name) ? other : key, key.equals(name) ? text : value));
    return new MappingOptions(changed);
  }

  /**
   * Refuses options that nobody knows; those of every mapped table are known.
   *
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION} when there is one
   */
  public void requireKnown(List<String> known) {
    for (String name : values.keySet()) {
      if (!name.equals(COLUMN_FAMILY) && !name.equals(KEY) && !known.contains(name)) {
        GabbroException error = refused("there is no option \"" + name + "\"");
        throw Suggestions.closest(name, known)
            .map(close -> error.withHint("did you mean \"" + close + "\"?"))
            .orElse(error);
      }
    }
  }

  /** The error of a table that cannot be mapped so. */
  public static GabbroException refused(String problem) {
    return new GabbroException(ErrorCode.INVALID_TABLE_DEFINITION, problem);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MappingOptions options && values.equals(options.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
