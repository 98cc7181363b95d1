package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.Pairs;
import io.gabbro.storage.WriteBatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that opens a database: what it does is the first argument of {@link #main}. */
final class StoreProcess implements AutoCloseable {
  static final int BATCH_SIZE = 10;

  private final Process process;
  private final BufferedReader output;

  private StoreProcess(Process process) {
    this.process = process;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static StoreProcess start(String action, Path directory) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(nativeAccess());
    command.addAll(List.of("-Xmx200m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StoreProcess.class.getName(), action, directory.toString()));
    return new StoreProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** What lets this JVM load native code, so that the other one is as silent about it. */
  private static List<String> nativeAccess() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--enable-native-access"))
        .toList();
  }

  long pid() {
    return process.pid();
  }

  /** The next line that it prints; null after the last. */
  String readLine() throws IOException {
    return output.readLine();
  }

  /** Kills it as {@code kill -9} does, and waits for its end. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Runs in the other JVM. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    Path directory = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "open" -> tryToOpen(directory, out);
      case "hold" -> hold(directory, out);
      case "write" -> writeForever(directory, out);
      case "exit" -> writeAndExit(directory, out);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void tryToOpen(Path directory, PrintStream out) {
    try (Database database = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      out.println(database.isReadOnly() ? "opened for reading" : "opened");
    } catch (GabbroException e) {
      out.println(e.code());
      out.println(e.getMessage());
      out.println(e.hint().orElse(""));
    }
  }

  private static void hold(Path directory, PrintStream out) throws IOException {
    try (Database database = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      out.println(database.isReadOnly() ? "opened for reading" : "opened");
      System.in.read();
    }
  }

  private static void writeForever(Path directory, PrintStream out) {
    Database database = RocksDatabase.open(directory, DatabaseOptions.defaults());
    ColumnFamily rows = database.createColumnFamily("rows");
    ColumnFamily indexes = database.createColumnFamily("indexes");
    WriteBatch batch = new WriteBatch();
    for (int number = 0; ; number++) {
      batch.clear();
      for (int row = 0; row < BATCH_SIZE; row++) {
        batch.put(rows, Pairs.bytes(number + "/" + row), new byte[500]);
      }
      batch.put(indexes, Pairs.bytes("" + number), new byte[0]);
      database.write(batch, Durability.OS);
      out.println(number);
    }
  }

  private static void writeAndExit(Path directory, PrintStream out) {
    Database database = RocksDatabase.open(directory, DatabaseOptions.defaults());
    ColumnFamily rows = database.createColumnFamily("rows");
    Pairs.put(database, rows, "k", "v");
    database.snapshot();
    out.println("written");
    System.exit(0);
  }
}
