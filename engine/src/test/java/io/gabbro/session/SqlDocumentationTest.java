package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.parser.StatementSplitter;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.ValueText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every statement of {@code docs/sql/*.md}, each page in a database of its own. A block
 * without language behind a block of SQL is what its last statement gives; {@code
 * -Dtests.update=true} writes it anew. A statement may fail only if it is the last of its block and
 * the error is shown.
 */
final class SqlDocumentationTest {
  private static final Path PAGES = Path.of("..", "docs", "sql");
  private static final String FILES = "/tmp/";

  @TempDir Path directory;

  static Stream<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md") && !name.equals("functions.md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void statementsOfPageGiveWhatItShows(String page) throws IOException {
    String text = Files.readString(PAGES.resolve(page));
    String checked;
    try (SqlTester sql = open(page)) {
      checked = run(sql, text);
    }
    if (Boolean.getBoolean("tests.update")) {
      Files.writeString(PAGES.resolve(page), checked);
    } else {
      assertEquals(text, checked);
    }
    assertFalse(!page.equals("README.md") && !text.contains("```sql"), "the page shows no SQL");
  }

  /** What is told of files needs a database that has some. */
  private SqlTester open(String page) {
    return page.equals("backup.md")
        ? new SqlTester(directory.resolve("db").toString(), Map.of("file_access", "true"))
        : SqlTester.inMemory();
  }

  private String run(SqlTester sql, String text) {
    StringBuilder checked = new StringBuilder();
    List<String> lines = text.lines().toList();
    int line = 0;
    while (line < lines.size()) {
      checked.append(lines.get(line)).append('\n');
      if (lines.get(line).equals("```sql")) {
        int end = blockEnd(lines, line);
        lines.subList(line + 1, end + 1).forEach(part -> checked.append(part).append('\n'));
        String result = runBlock(sql, String.join("\n", lines.subList(line + 1, end)));
        line = end;
        boolean shown = line + 1 < lines.size() && lines.get(line + 1).equals("```");
        if (shown) {
          checked.append("```\n").append(result).append("```\n");
          line = blockEnd(lines, line + 1);
        } else {
          assertFalse(result.startsWith("ERROR"), () -> result + text);
        }
      }
      line++;
    }
    return checked.toString();
  }

  private static int blockEnd(List<String> lines, int start) {
    int end = start + 1;
    while (!lines.get(end).equals("```")) {
      end++;
    }
    return end;
  }

  private String runBlock(SqlTester sql, String block) {
    String result = "";
    for (StatementSplitter.Piece statement : StatementSplitter.split(block)) {
      assertFalse(result.startsWith("ERROR"), result + block);
      try {
        result = result(sql, statement.text().replace(FILES, directory + "/"));
      } catch (GabbroException e) {
        result =
            ("ERROR " + e.sqlState() + ": " + e.getMessage() + "\n").replace(directory + "/", FILES)
                + e.hint().map(hint -> "hint: " + hint + "\n").orElse("");
      }
    }
    return result;
  }

  private static String result(SqlTester sql, String statement) {
    PreparedPlan plan = sql.session().prepare(statement);
    Parameters none = new Parameters(plan.parameterTypes());
    none.endRow();
    Result result = plan.execute(none, new Cancellation());
    if (!(result instanceof Result.Rows rows)) {
      long count = result instanceof Result.UpdateCount update ? update.count() : 0;
      return plan.kind() == PreparedPlan.Kind.COUNT ? count + " changed\n" : "done\n";
    }
    List<List<String>> table = new ArrayList<>();
    table.add(rows.columns().stream().map(ResultColumn::label).toList());
    try (rows) {
      for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
        for (int index = 0; index < batch.selection().count(); index++) {
          table.add(row(rows, batch, batch.selection().position(index)));
        }
      }
    }
    return draw(table);
  }

  private static List<String> row(Result.Rows rows, RowBatch batch, int position) {
    List<String> row = new ArrayList<>();
    for (int column = 0; column < batch.columnCount(); column++) {
      row.add(
          batch.column(column).isNull(position)
              ? "NULL"
              : ValueText.of(
                  rows.columns().get(column).type(),
                  batch.column(column),
                  position,
                  ZoneOffset.UTC));
    }
    return row;
  }

  private static String draw(List<List<String>> table) {
    StringBuilder drawn = new StringBuilder();
    int columns = table.get(0).size();
    for (int row = 0; row < table.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        int at = column;
        int width = table.stream().mapToInt(cells -> cells.get(at).length()).max().orElse(0);
        String cell = row < 0 ? "" : table.get(row).get(column);
        line.append(column == 0 ? " " : " | ").append(cell);
        line.append(" ".repeat(width - cell.length()));
      }
      drawn.append(line.toString().stripTrailing()).append('\n');
      if (row == 0) {
        for (int column = 0; column < columns; column++) {
          int at = column;
          int width = table.stream().mapToInt(cells -> cells.get(at).length()).max().orElse(0);
          drawn.append(column == 0 ? "-" : "-+-").append("-".repeat(width));
        }
        drawn.append("-\n");
      }
    }
    int rows = table.size() - 1;
    return drawn.append('(').append(rows).append(rows == 1 ? " row)\n" : " rows)\n").toString();
  }
}
