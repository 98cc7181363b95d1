package io.gabbro.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples, and holds pages against them; {@code -Dtests.update=true} rewrites these. */
final class ExamplesTest {
  private static final List<Path> PAGES =
      List.of(Path.of("..", "README.md"), Path.of("..", "docs", "guides", "typed-tables.md"));
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
  void typedTablesAndSqlGiveTheSameAnswers() throws Exception {
    Path tables = directory.resolve("four");
    List<String> typed = FourTablesExample.typed(tables);
    assertEquals(
        List.of("t0k3n", "80", "Ada", "[Eve, Joe, Ada]", "2000060.5", "[2: Eve]", "cached"), typed);
    Path schema = Path.of(ExamplesTest.class.getResource("monster.bfbs").toURI());
    assertEquals(typed, FourTablesExample.sql(tables, schema));
  }

  @Test
  void pagesShowTheExamples() throws IOException {
    for (Path page : PAGES) {
      String shown = Files.readString(page);
      String expected = withExamples(shown);
      if (Boolean.getBoolean("tests.update")) {
        Files.writeString(page, expected);
      } else {
        assertEquals(expected, shown);
      }
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
