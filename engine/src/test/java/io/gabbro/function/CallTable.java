package io.gabbro.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Test cases in a file, one a line: {@code call -> result} or {@code call !! SQLSTATE}. Behind the
 * result its type may stand: {@code -> 3 : integer}. Lines that start with # are comments.
 *
 * @param line where it stands
 * @param call the left side
 * @param expected the text of the result, null for NULL; the SQLSTATE of an error
 * @param type the type of the result, null where it is not said
 */
record CallTable(String line, String call, String expected, String type, boolean fails) {
  /** The cases of all files of a directory beside this class. */
  static Stream<CallTable> cases(String directory) {
    try (Stream<Path> files = Files.list(Path.of(resource(directory)))) {
      return files.sorted().toList().stream().flatMap(file -> read(file).stream());
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static URI resource(String directory) {
    try {
      return CallTable.class.getResource(directory).toURI();
    } catch (URISyntaxException error) {
      throw new IllegalStateException(error);
    }
  }

  private static List<CallTable> read(Path file) {
    try {
      List<CallTable> cases = new ArrayList<>();
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          cases.add(parse(file.getFileName() + ":" + number, line));
        }
      }
      return cases;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static CallTable parse(String place, String line) {
    int error = line.lastIndexOf(" !! ");
    if (error > 0) {
      String call = line.substring(0, error).strip();
      return new CallTable(place + " " + call, call, line.substring(error + 4).strip(), null, true);
    }
    int arrow = line.lastIndexOf(" -> ");
    if (arrow < 0) {
      throw new IllegalArgumentException(place + ": neither -> nor !!: " + line);
    }
    String call = line.substring(0, arrow).strip();
    String result = line.substring(arrow + 4);
    int colon = result.lastIndexOf(" : ");
    String type = colon < 0 ? null : result.substring(colon + 3).strip();
    String expected = colon < 0 ? result : result.substring(0, colon);
    if (expected.startsWith("'") && expected.endsWith("'") && expected.length() > 1) {
      expected = expected.substring(1, expected.length() - 1);
    }
    expected = expected.replace("<newline>", "\n");
    return new CallTable(
        place + " " + call, call, expected.equals("NULL") ? null : expected, type, false);
  }
}
