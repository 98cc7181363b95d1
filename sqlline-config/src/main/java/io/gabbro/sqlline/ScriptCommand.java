package io.gabbro.sqlline;

import io.gabbro.parser.StatementSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sqlline.AbstractCommandHandler;
import sqlline.DispatchCallback;
import sqlline.SqlLine;

/**
 * {@code !script file}: runs the statements of a file and stops at the first that fails. Other than
 * {@code !run} it knows SQL: a statement may hold semicolons in strings and comments, and a batch
 * is one statement. Lines that start with {@code !} outside of statements are commands.
 */
final class ScriptCommand extends AbstractCommandHandler {
  ScriptCommand(SqlLine sqlLine) {
    super(
        sqlLine,
        new String[] {"script"},
        "Run the statements of a file and stop at the first that fails",
        List.of());
  }

  @Override
  public void execute(String line, DispatchCallback callback) {
    String file = line.strip().substring(getName().length()).strip();
    try {
      run(Files.readString(Path.of(file)), callback);
    } catch (IOException e) {
      sqlLine.error("Error: cannot read file \"" + file + "\": " + e);
      fail(callback);
    }
  }

  private void fail(DispatchCallback callback) {
    callback.setToFailure();
    if (sqlLine instanceof ShellLine shell) {
      shell.noteFailure();
    }
  }

  private void run(String script, DispatchCallback callback) {
    callback.setToSuccess();
    sqlLine.getOpts().set(sqlline.BuiltInProperty.FORCE, true);
    for (String statement : commands(script)) {
      int succeeded = sqlLine.runCommands(List.of(statement), callback);
      if (succeeded == 0 || callback.isFailure()) {
        fail(callback);
        return;
      }
    }
  }

  /** The statements, each with its semicolon, and the commands of a script. */
  static List<String> commands(String script) {
    List<String> commands = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    for (String line : script.split("\n", -1)) {
      if (line.startsWith("!") && StatementSplitter.split(sql.toString()).isEmpty()) {
        sql.setLength(0);
        commands.add(line.strip());
      } else if (line.startsWith("!") && sql.toString().stripTrailing().endsWith(";")) {
        addStatements(sql.toString(), commands);
        sql.setLength(0);
        commands.add(line.strip());
      } else {
        sql.append(line).append('\n');
      }
    }
    addStatements(sql.toString(), commands);
    return commands;
  }

  private static void addStatements(String sql, List<String> commands) {
    for (StatementSplitter.Piece statement : StatementSplitter.split(sql)) {
      commands.add(statement.text().strip() + ";");
    }
  }
}
