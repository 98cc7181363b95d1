package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.Directories;
import io.gabbro.benchmarks.StandardOutput;
import io.gabbro.benchmarks.data.LineItem;
import io.gabbro.benchmarks.data.LineItemReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.rocksdb.RocksDBException;

/**
 * The process of one engine and one {@link Phase}. It writes an {@link EngineReport} to a file,
 * anew after each workload, so that a process that is stopped leaves its finished workloads behind.
 */
final class EngineProcess {

  private static final int CHUNK = 10_000;
  private static final double COMMIT_SECONDS = 4;

  private final Engine engine;
  private final ProcessTask task;
  private final EngineReport report = new EngineReport();

  private EngineProcess(ProcessTask task) {
    this.task = task;
    this.engine = Engines.of(task.engine());
  }

  /** What a process does. */
  enum Phase {
    LOAD,
    OPEN,
    QUERY,
    COMMIT
  }

  /** Arguments as {@link ProcessTask#arguments} writes them. */
  public static void main(String[] args) throws IOException, SQLException, RocksDBException {
    new EngineProcess(ProcessTask.parse(args)).run();
  }

  private void run() throws IOException, SQLException, RocksDBException {
    switch (task.phase()) {
      case LOAD -> load();
      case OPEN -> open();
      case QUERY -> query();
      case COMMIT -> commit();
    }
    report.write(task.report());
  }

  private void load() throws IOException, SQLException, RocksDBException {
    long nanos = 0;
    long closing;
    try (LineItemReader reader = new LineItemReader(task.data());
        Subject subject = engine.open(task.database())) {
      Loader loader = subject.loader();
      for (List<LineItem> chunk = reader.next(CHUNK);
          !chunk.isEmpty();
          chunk = reader.next(CHUNK)) {
        long start = System.nanoTime();
        loader.append(chunk);
        nanos += System.nanoTime() - start;
      }
      long start = System.nanoTime();
      loader.close();
      closing = System.nanoTime();
      nanos += closing - start;
    }
    report.put(EngineReport.Quantity.CLOSE_AFTER_LOAD, (System.nanoTime() - closing) / 1e9);
    report.put(Workload.LOAD, Measurement.once(nanos / 1e9));
    putMemory(EngineReport.Quantity.MEMORY_OF_LOAD);
    putSize(EngineReport.Quantity.SIZE_AFTER_LOAD);
  }

  private void open() throws IOException, SQLException, RocksDBException {
    Samples samples = Samples.read(task.samples());
    Answer answer = new Answer();
    long start = System.nanoTime();
    try (Subject subject = engine.open(task.database());
        Operation read = subject.prepare(Workload.POINT_READ, samples).orElseThrow()) {
      read.run(0, answer);
      report.put(Workload.OPEN, Measurement.once((System.nanoTime() - start) / 1e9));
    }
    report.put(Workload.OPEN, answer);
  }

  private void query() throws IOException, SQLException, RocksDBException {
    Samples samples = Samples.read(task.samples());
    try (Subject subject = engine.open(task.database())) {
      for (Workload workload : task.workloads()) {
        measure(subject, workload, samples);
        report.write(task.report());
      }
    }
    putMemory(EngineReport.Quantity.MEMORY_OF_QUERIES);
    putSize(EngineReport.Quantity.SIZE_AFTER_QUERIES);
  }

  private void commit() throws SQLException, IOException {
    Optional<SyncedConnections> connections = engine.synced();
    if (connections.isEmpty()) {
      return;
    }
    CommitRun run = new CommitRun(connections.get(), task.database(), COMMIT_SECONDS);
    Connection keeper = run.prepare();
    try {
      for (Workload workload : task.workloads()) {
        measureCommits(run, workload);
        report.write(task.report());
      }
    } finally {
      keeper.close();
    }
  }

  private void measureCommits(CommitRun run, Workload workload) {
    int threads =
        switch (workload) {
          case COMMIT_1 -> 1;
          case COMMIT_8 -> 8;
          default -> CommitRun.MAX_THREADS;
        };
    try {
      report.put(workload, Measurement.once(run.measure(threads)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      e.printStackTrace(StandardOutput.open());
      report.fail(workload, e.toString());
    }
  }

  private void measure(Subject subject, Workload workload, Samples samples) {
    try {
      Optional<Operation> prepared = subject.prepare(workload, samples);
      if (prepared.isPresent()) {
        try (Operation operation = prepared.get()) {
          Repetition repetition = new Repetition(operation, task.calls(workload));
          report.put(workload, repetition.measure(workload.kind()));
          report.put(workload, repetition.answer());
        }
      }
    } catch (SQLException | RocksDBException | RuntimeException e) {
      e.printStackTrace(StandardOutput.open());
      report.fail(workload, e.toString());
    }
  }

  private void putMemory(EngineReport.Quantity quantity) throws IOException {
    ProcessMemory.peak().ifPresent(bytes -> report.put(quantity, (double) bytes));
  }

  private void putSize(EngineReport.Quantity quantity) throws IOException {
    report.put(quantity, (double) Directories.size(task.database()));
  }
}
