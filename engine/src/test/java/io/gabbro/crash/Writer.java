package io.gabbro.crash;

import io.gabbro.config.Option;
import io.gabbro.error.GabbroException;
import io.gabbro.session.SqlTester;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The process that is killed: {@code main(directory, journal, worker=step…)} goes on with the steps
 * of all workers, each in its own thread, without end.
 */
public final class Writer {
  private final Path directory;
  private final Journal journal;
  private final CountDownLatch prepared;

  private Writer(Path directory, Journal journal, int workers) {
    this.directory = directory;
    this.journal = journal;
    this.prepared = new CountDownLatch(workers);
  }

  /** Runs until the process is killed. */
  public static void main(String[] arguments) throws Exception {
    Map<String, Work> works = Works.all();
    Journal journal = new Journal(Path.of(arguments[1]));
    Writer writer = new Writer(Path.of(arguments[0]), journal, arguments.length - 2);
    journal.opening();
    SqlTester first = open(writer.directory);
    for (int index = 2; index < arguments.length; index++) {
      String[] worker = arguments[index].split("=");
      long step = Long.parseLong(worker[1]);
      new Thread(() -> writer.work(worker[0], works.get(worker[0]), step)).start();
    }
    writer.prepared.await();
    new Thread(writer::scan).start();
    journal.ready();
    first.close();
  }

  /** Opens the database as writers and verifiers do: with small memory tables, hence many files. */
  static SqlTester open(Path directory) {
    return new SqlTester(
        directory.toString(),
        Map.of(
            "write_buffer", "256kb",
            "block_cache", "8mb",
            "file_access", "true",
            "segment_rows", "32"));
  }

  private void work(String name, Work work, long from) {
    try (SqlTester sql = open(directory)) {
      work.prepare(sql);
      prepared.countDown();
      prepared.await();
      for (long step = from; ; step++) {
        boolean sync = Work.random(~step).nextInt(3) == 0;
        sql.session().setOption(Option.DURABILITY, sync ? "sync" : "os");
        journal.begin(name, step);
        work.run(sql, step);
        if (sync) {
          journal.synced(name, step, LogEnd.of(directory));
        } else {
          journal.done(name, step);
        }
      }
    } catch (Throwable e) {
      // Whatever ends a worker, an assertion or an error of the JVM included, is a finding: the
      // thread would die alone, and the process go on without it until it is killed.
      fail(name, e);
    }
  }

  /** Scans all tables again and again, so that column segments are made and stored. */
  private void scan() {
    try (SqlTester sql = open(directory)) {
      while (true) {
        for (String table : sql.run("SHOW TABLES")) {
          try {
            sql.run("SELECT * FROM " + table.split("\\|", -1)[1]);
          } catch (GabbroException e) {
            // The table is gone or has changed.
          }
        }
      }
    } catch (Throwable e) {
      // As above: whatever ends the scans is a finding.
      fail("scan", e);
    }
  }

  private void fail(String name, Throwable failure) {
    failure.printStackTrace();
    try {
      journal.failed(name, failure);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    Runtime.getRuntime().halt(1);
  }
}
