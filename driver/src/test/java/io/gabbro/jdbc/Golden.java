package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected results in files under {@code src/test/resources}; {@code -Dtests.update=true} writes
 * them anew, for the difference to be read and committed.
 */
final class Golden {
  private static final Path DIRECTORY = Path.of("src/test/resources/io/gabbro/jdbc");

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path file = DIRECTORY.resolve(name);
    if (Boolean.getBoolean("tests.update")) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, () -> "see " + file);
  }
}
