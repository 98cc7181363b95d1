package io.gabbro.serializer.fory;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import io.gabbro.serializer.MappingOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The classes whose objects an application allows in values of Apache Fory, each under a number of
 * its own that values hold. Only {@link #serializer} needs Fory on the class path. Thread-safe.
 */
public final class ForyClasses {
  /** The name of the connection option that {@link #parse} reads. */
  public static final String OPTION = "fory_classes";

  private static final int MAX_ID = 32_510;

  private final Map<Integer, Class<?>> byId = new TreeMap<>();
  private final Map<String, Integer> byName = new TreeMap<>();
  private final Map<String, ForySerializer<?>> serializers = new HashMap<>();

  /**
   * Allows a class. The same class with the same number again changes nothing.
   *
   * @param id its number, 0 to 32510, the same for as long as there are values with it
   * @throws GabbroException {@code INVALID_ARGUMENT} when the number is taken, or the class has
   *     another, or another class of its name is allowed
   */
  public synchronized void register(Class<?> allowed, int id) {
    if (id < 0 || id > MAX_ID) {
      throw refused("the number " + id + " of " + allowed.getName() + " is not 0 to " + MAX_ID);
    }
    Class<?> other = byId.get(id);
    Integer otherId = byName.get(allowed.getName());
    if (other != null && other != allowed) {
      throw refused(
          "the number " + id + " of " + allowed.getName() + " is taken by " + other.getName());
    }
    if (otherId != null && otherId != id) {
      throw refused(allowed.getName() + " cannot have the number " + id + ", it has " + otherId);
    }
    if (other == null) {
      byId.put(id, allowed);
      byName.put(allowed.getName(), id);
      serializers.clear();
    }
  }

  /** How many classes are allowed: what {@link #serializer} gives changes with it. */
  public synchronized int count() {
    return byId.size();
  }

  /**
   * Allows the classes of a text such as {@code com.acme.User=100,com.acme.Address=101}: names as
   * {@link Class#getName} gives them, and numbers. Blanks around both are ignored. No class is
   * initialized. When one is refused, none is allowed.
   *
   * @param loader finds the classes
   * @throws GabbroException {@code INVALID_OPTION} when the text is not of that form or names an
   *     unknown class, {@code INVALID_ARGUMENT} as {@link #register} does
   */
  public synchronized void parse(String text, ClassLoader loader) {
    ForyClasses parsed = new ForyClasses();
    byId.forEach((id, allowed) -> parsed.register(allowed, id));
    for (String entry : text.split(",", -1)) {
      if (entry.isBlank() && text.isBlank()) {
        return;
      }
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw invalid(text, "\"" + entry.strip() + "\" is not class=number");
      }
      String number = entry.substring(equals + 1).strip();
      if (!number.matches("[0-9]{1,5}")) {
        throw invalid(text, "\"" + number + "\" is no number from 0 to " + MAX_ID);
      }
      Class<?> allowed = load(entry.substring(0, equals).strip(), text, loader);
      parsed.register(allowed, Integer.parseInt(number));
    }
    parsed.byId.forEach((id, allowed) -> register(allowed, id));
  }

  private static Class<?> load(String name, String text, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw invalid(text, "there is no class \"" + name + "\" on the class path");
    }
  }

  /** The allowed class of a name as {@link Class#getName} gives it, if there is one. */
  public synchronized Optional<Class<?>> find(String className) {
    return Optional.ofNullable(byName.get(className)).map(byId::get);
  }

  /**
   * The allowed class of a name.
   *
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION}, with a hint how to allow it, when
   *     there is none
   */
  public synchronized Class<?> require(String className) {
    return find(className).orElseThrow(() -> notAllowed(className));
  }

  private GabbroException notAllowed(String className) {
    String allow =
        "allow it with Gabbro.registerClass, or with the connection option "
            + OPTION
            + "="
            + className
            + "=NUMBER";
    return MappingOptions.refused("class \"" + className + "\" is not allowed in values of Fory")
        .withHint(
            Suggestions.closest(className, List.copyOf(byName.keySet()))
                .map(close -> "did you mean \"" + close + "\"? Otherwise " + allow)
                .orElse(allow));
  }

  /**
   * The serializer of an allowed class, with all allowed classes in its objects. The same one each
   * time until another class is allowed.
   *
   * @throws GabbroException as {@link #require}
   */
  public synchronized ForySerializer<?> serializer(String className) {
    int id = byName.get(require(className).getName());
    return serializers.computeIfAbsent(className, name -> build(id));
  }

  private ForySerializer<?> build(int rootId) {
    ForySerializer.Builder<?> builder = ForySerializer.builder(byId.get(rootId), rootId);
    byId.forEach(
        (id, allowed) -> {
          if (id != rootId) {
            builder.register(allowed, id);
          }
        });
    return builder.build();
  }

  private static GabbroException refused(String problem) {
    return new GabbroException(ErrorCode.INVALID_ARGUMENT, problem);
  }

  private static GabbroException invalid(String text, String problem) {
    return new GabbroException(ErrorCode.INVALID_OPTION, OPTION, text, problem);
  }
}
