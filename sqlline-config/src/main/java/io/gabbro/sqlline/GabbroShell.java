package io.gabbro.sqlline;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import sqlline.SqlLine;

/** The entry point of the shell. */
public final class GabbroShell {
  private static final int USAGE_STATUS = 2;

  /** Set by the launcher, which can tell: newer JVMs have a console in any case. */
  private static final String TERMINAL_PROPERTY = "gabbro.terminal";

  private final PrintStream output;
  private final PrintStream errors;

  GabbroShell(PrintStream output, PrintStream errors) {
    this.output = output;
    this.errors = errors;
  }

  /** Runs the shell and ends the JVM with its status: 0, or 1 when a statement failed. */
  public static void main(String[] arguments) throws IOException {
    GabbroShell shell = new GabbroShell(stream(FileDescriptor.out), stream(FileDescriptor.err));
    System.exit(shell.run(Boolean.getBoolean(TERMINAL_PROPERTY), System.in, arguments));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /**
   * Runs the shell.
   *
   * @param terminal whether a person types
   * @param input what is read when nobody does
   * @return the exit status
   */
  int run(boolean terminal, InputStream input, String... arguments) throws IOException {
    if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
      output.print(ShellArguments.USAGE);
      return 0;
    }
    ShellArguments parsed;
    try {
      parsed = ShellArguments.parse(arguments);
    } catch (IllegalArgumentException e) {
      errors.println(e.getMessage());
      errors.print(ShellArguments.USAGE);
      return USAGE_STATUS;
    }
    String url = parsed.url();
    if (parsed.demo()) {
      try (Demo demo = new Demo(output)) {
        url = demo.prepare();
        if (parsed.isInteractive()) {
          demo.show();
        }
        return run(parsed, url, terminal, input);
      } catch (SQLException e) {
        errors.println("Error: " + e.getMessage());
        return 1;
      }
    }
    return run(parsed, url, terminal, input);
  }

  private int run(ShellArguments parsed, String url, boolean terminal, InputStream input)
      throws IOException {
    if (parsed.isInteractive() && terminal) {
      return sqlline(new ShellLine(false, parsed.passed()), null, arguments(url));
    }
    Path script = Files.createTempFile("gabbro", ".sql");
    try {
      Files.writeString(script, script(parsed, input));
      return runScript(new ShellLine(true, parsed.passed()), url, script);
    } finally {
      Files.delete(script);
    }
  }

  private static String script(ShellArguments parsed, InputStream input) throws IOException {
    if (!parsed.scripts().isEmpty()) {
      return String.join("\n;\n", parsed.scripts());
    }
    String file = parsed.file().orElse("-");
    return file.equals("-")
        ? new String(input.readAllBytes(), StandardCharsets.UTF_8)
        : Files.readString(Path.of(file));
  }

  /**
   * Runs a script as an argument of sqlline, which prints stack traces to the JVM's standard error
   * as long as it has not read its first line; they are of no use here, the errors are told anyway.
   */
  private int runScript(ShellLine sqlLine, String url, Path script) throws IOException {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      List<String> arguments = arguments(url);
      arguments.add("-e");
      arguments.add("!script " + script);
      return sqlline(sqlLine, new ByteArrayInputStream(new byte[0]), arguments);
    } finally {
      System.setErr(stream(FileDescriptor.err));
    }
  }

  private static List<String> arguments(String url) {
    return new ArrayList<>(
        List.of("-ac", GabbroApplication.class.getName(), "-u", url, "-n", "", "-p", ""));
  }

  private int sqlline(ShellLine sqlLine, InputStream input, List<String> arguments)
      throws IOException {
    sqlLine.setOutputStream(output);
    sqlLine.setErrorStream(errors);
    SqlLine.Status status = sqlLine.begin(arguments.toArray(String[]::new), input, input == null);
    return status == SqlLine.Status.OK && !sqlLine.hasFailed() ? 0 : 1;
  }
}
