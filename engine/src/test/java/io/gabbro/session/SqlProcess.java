package io.gabbro.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another JVM that runs SQL: what it does is the first argument of {@link #main}. */
final class SqlProcess implements AutoCloseable {
  private static final int ROW_BYTES = 20_000;
  private static final int ROWS = 2_000;

  private final Process process;
  private final BufferedReader output;

  private SqlProcess(Process process) {
    this.process = process;
    output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static SqlProcess start(String action, Path... arguments) throws IOException {
    return start(List.of(), SqlProcess.class, action, arguments);
  }

  /** Starts the main method of a class, behind a command such as {@code unshare -rm}. */
  static SqlProcess start(List<String> around, Class<?> main, String action, Path... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(around);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--enable-native-access"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx600m", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.add(action);
    for (Path argument : arguments) {
      command.add(argument.toString());
    }
    return new SqlProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The next line that it prints; null after the last. */
  String readLine() throws IOException {
    return output.readLine();
  }

  /** Kills it as {@code kill -9} does, and waits for its end. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** All that it prints from now on, and its exit status in the last line. */
  List<String> finish() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>(output.lines().toList());
    lines.add("exit " + process.waitFor());
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Runs in the other JVM. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    if (!arguments[0].equals("backup")) {
      throw new IllegalArgumentException(arguments[0]);
    }
    backUpForever(arguments[1], arguments[2], out);
  }

  /** Each backup has about 40 MB that the one before has not. */
  private static void backUpForever(String database, String backups, PrintStream out) {
    try (SqlTester sql = new SqlTester(database, Map.of("file_access", "true"))) {
      sql.run("CREATE TABLE IF NOT EXISTS t (a BIGINT PRIMARY KEY, b TEXT)");
      long next = sql.run("SELECT a FROM t").size();
      for (int row = 0; row < ROWS; row++) {
        String text = Integer.toHexString(row * 0x9E3779B9).repeat(ROW_BYTES / 8);
        sql.run("INSERT INTO t VALUES (?, ?)", next + row, text);
      }
      sql.run("CHECKPOINT");
      out.println("ready");
      while (true) {
        sql.run("BACKUP TO '" + backups + "'");
        out.println("made");
      }
    }
  }
}
