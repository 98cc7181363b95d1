package io.gabbro.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/options.md} against {@link Option}; {@code -Dtests.update=true} rewrites it.
 */
final class OptionsDocumentationTest {
  private static final Path PAGE = Path.of("..", "docs", "options.md");

  @Test
  void pageListsEveryOption() throws IOException {
    String expected = page();
    if (Boolean.getBoolean("tests.update")) {
      Files.writeString(PAGE, expected);
    }
    assertEquals(expected, Files.readString(PAGE));
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Options

            Options stand in the URL (`jdbc:gabbro:/path?durability=os&file_access=true`), in the `Properties` of a
            connection, or in `GabbroDataSource`; `fory_classes` not in a URL. Those of scope *session* can be changed later by `SET option = value`;
            `SHOW ALL` lists them. Those of scope *database* count for the first connection that opens a directory.
            Sizes are written like `256MB`, times like `10s`, `5min` or a number of milliseconds.

            | option | default | values | scope | meaning |
            |---|---|---|---|---|
            """);
    for (Option option : Option.values()) {
      page.append("| `").append(option.key()).append("` | `").append(option.defaultValue());
      page.append("` | ").append(values(option.kind())).append(" | ");
      page.append(option.scope().name().toLowerCase(Locale.ROOT)).append(" | ");
      page.append(option.description()).append(" |\n");
    }
    return page.toString();
  }

  private static String values(OptionKind kind) {
    return switch (kind.form()) {
      case BOOLEAN, CHOICE -> String.join(", ", kind.choices());
      case INTEGER -> "a whole number";
      case BYTES -> "a size";
      case DURATION -> "a time";
      case TEXT -> "a text";
      case TIME_ZONE -> "`system` or the name of a zone";
    };
  }
}
