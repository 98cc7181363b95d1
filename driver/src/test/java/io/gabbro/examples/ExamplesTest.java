package io.gabbro.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples, and holds README.md against them; {@code -Dtests.update=true} rewrites it. */
final class ExamplesTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path SOURCES = Path.of("src", "test", "java", "io", "gabbro", "examples");
  private static final String MARK = "<!-- example: ";

  @TempDir Path directory;

  @Test
  void examplesDoWhatTheySay() throws SQLException {
    String url = "jdbc:gabbro:" + directory.resolve("db");
    assertEquals("town 42: 4200", JdbcExample.run(url));
    assertEquals(1000, HikariExample.run(url));
    assertEquals("Grace 60.0 [Edsger] false", TableExample.run(directory.resolve("objects")));
  }

  @Test
  void readmeShowsTheExamples() throws IOException {
    String readme = Files.readString(README);
    String expected = withExamples(readme);
    if (Boolean.getBoolean("tests.update")) {
      Files.writeString(README, expected);
    } else {
      assertEquals(expected, readme);
    }
  }

  private static String withExamples(String readme) throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> lines = readme.lines().toList();
    int line = 0;
    while (line < lines.size()) {
      text.append(lines.get(line)).append('\n');
      if (lines.get(line).startsWith(MARK)) {
        String name = lines.get(line).substring(MARK.length()).replace(" -->", "");
        text.append("```java\n").append(code(name)).append("```\n");
        if (line + 1 < lines.size() && lines.get(line + 1).equals("```java")) {
          line += 2;
          while (!lines.get(line).equals("```")) {
            line++;
          }
        }
      }
      line++;
    }
    return text.toString();
  }

  private static String code(String example) throws IOException {
    StringBuilder code = new StringBuilder();
    boolean inside = false;
    for (String line : Files.readAllLines(SOURCES.resolve(example + ".java"))) {
      if (line.strip().equals("// end")) {
        break;
      }
      if (inside) {
        code.append(line.length() > 4 ? line.substring(4) : "").append('\n');
      }
      inside = inside || line.strip().equals("// example");
    }
    return code.toString();
  }
}
