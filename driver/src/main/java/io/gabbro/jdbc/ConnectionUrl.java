package io.gabbro.jdbc;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A URL: {@code jdbc:gabbro:/path/to/dir}, {@code jdbc:gabbro:./relative}, {@code jdbc:gabbro:mem:}
 * (private) or {@code jdbc:gabbro:mem:name} (shared in the JVM), then {@code ?key=value&…}.
 *
 * <p>Keys and values are percent-decoded; the path is taken as it is. A path with a question mark
 * can only be given to {@link GabbroDataSource#setPath}.
 *
 * @param location what is opened
 * @param parameters keys and values
 */
record ConnectionUrl(String location, Map<String, String> parameters) {
  static final String PREFIX = "jdbc:gabbro:";

  /** Keys that applications and frameworks pass to any driver, and that mean nothing here. */
  private static final Set<String> IGNORED =
      Set.of("user", "password", "url", "driver", "applicationname", "logintimeout");

  /** Whether a URL is meant for this driver. */
  static boolean accepts(String url) {
    return url != null && url.startsWith(PREFIX);
  }

  /**
   * Reads a URL that is meant for this driver.
   *
   * @throws GabbroException {@code INVALID_URL}
   */
  static ConnectionUrl parse(String url) {
    int question = url.indexOf('?');
    String location = url.substring(PREFIX.length(), question < 0 ? url.length() : question);
    if (location.isBlank()) {
      throw invalid(url, "it has no path; use mem: for a database in memory");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    if (question >= 0) {
      for (String pair : url.substring(question + 1).split("&")) {
        addParameter(url, pair, parameters);
      }
    }
    return new ConnectionUrl(location, parameters);
  }

  private static void addParameter(String url, String pair, Map<String, String> parameters) {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    if (equals < 1) {
      throw invalid(url, "\"" + maskedPair(pair) + "\" is no key=value");
    }
    String key = decoded(url, pair.substring(0, equals), pair);
    parameters.put(key, decoded(url, pair.substring(equals + 1), pair));
  }

  private static String decoded(String url, String text, String pair) {
    try {
      // Only forms write blanks as plus signs.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid(url, "\"" + maskedPair(pair) + "\" has a bad percent escape");
    }
  }

  private static GabbroException invalid(String url, String reason) {
    return new GabbroException(ErrorCode.INVALID_URL, masked(url), reason);
  }

  /** A URL as others may see it: the value of each parameter {@code password} is hidden. */
  static String masked(String url) {
    int question = url.indexOf('?');
    if (question < 0) {
      return url;
    }
    String pairs =
        Arrays.stream(url.substring(question + 1).split("&", -1))
            .map(ConnectionUrl::maskedPair)
            .collect(Collectors.joining("&"));
    return url.substring(0, question + 1) + pairs;
  }

  private static String maskedPair(String pair) {
    int equals = pair.indexOf('=');
    return equals >= 0 && isPassword(pair.substring(0, equals))
        ? pair.substring(0, equals + 1) + "***"
        : pair;
  }

  private static boolean isPassword(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8).equalsIgnoreCase("password");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The options: those of the URL and those of the properties; the URL wins. Classes can only be
   * named by the properties: they come from the program, a URL often from somebody else.
   *
   * @throws GabbroException {@code UNDEFINED_OPTION}, {@code INVALID_OPTION}, or {@code
   *     INSUFFICIENT_PRIVILEGE} when the URL names classes
   */
  DatabaseOptions options(Properties properties) {
    DatabaseOptions options = DatabaseOptions.defaults();
    for (String key : properties.stringPropertyNames()) {
      options = with(options, key, properties.getProperty(key));
    }
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      if (Option.find(parameter.getKey()).filter(Option.FORY_CLASSES::equals).isPresent()) {
        throw new GabbroException(
                ErrorCode.INSUFFICIENT_PRIVILEGE,
                "a URL cannot name classes (option \"" + parameter.getKey() + "\")")
            .withHint(
                "give the option in the Properties of the connection or the data source, or call"
                    + " Gabbro.registerClass");
      }
      options = with(options, parameter.getKey(), parameter.getValue());
    }
    return options;
  }

  private static DatabaseOptions with(DatabaseOptions options, String key, String value) {
    if (IGNORED.contains(key.toLowerCase(Locale.ROOT))) {
      return options;
    }
    return options.with(Option.find(key).orElseThrow(() -> undefined(key)), value);
  }

  private static GabbroException undefined(String key) {
    GabbroException error = new GabbroException(ErrorCode.UNDEFINED_OPTION, key);
    Optional<String> similar =
        Suggestions.closest(
            key.toLowerCase(Locale.ROOT), Arrays.stream(Option.values()).map(Option::key).toList());
    return similar.map(name -> error.withHint("did you mean \"" + name + "\"?")).orElse(error);
  }
}
