package io.gabbro.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A file of inputs and what is expected of them. Blank lines separate its blocks. The lines of a
 * block that start with {@code =>} are the expected output, those before them the input; a block of
 * lines that start with {@code #} is a comment. {@code -Dtests.update=true} writes the outputs
 * anew.
 */
final class GoldenFile {
  private static final String MARK = "=> ";

  private final Path path;

  GoldenFile(String name) {
    path = Path.of("src", "test", "resources", "io", "gabbro", "parser", name);
  }

  /** The inputs. */
  List<String> inputs() {
    return blocks().stream()
        .filter(block -> !block.startsWith("#"))
        .map(GoldenFile::input)
        .toList();
  }

  /** Compares what {@code function} makes of each input with the file. */
  void check(Function<String, String> function) {
    List<String> actual = new ArrayList<>();
    for (String block : blocks()) {
      actual.add(block.startsWith("#") ? block : rendered(input(block), function));
    }
    String text = String.join("\n\n", actual) + "\n";
    if (Boolean.getBoolean("tests.update")) {
      write(text);
    }
    assertEquals(read(), text, path + " differs; -Dtests.update=true writes it anew");
  }

  private static String rendered(String input, Function<String, String> function) {
    return input + "\n" + MARK + function.apply(input).replace("\n", "\n" + MARK);
  }

  private static String input(String block) {
    int mark = ("\n" + block).indexOf("\n" + MARK);
    return mark < 0 ? block : block.substring(0, Math.max(0, mark - 1));
  }

  private List<String> blocks() {
    return List.of(read().strip().split("\n\n+"));
  }

  private String read() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
