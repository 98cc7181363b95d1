package io.gabbro.column;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.monitor.Metric;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.Snapshot;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes groups in the background, on one thread that lives as long as there is work. */
final class ColumnBuilds implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.gabbro.column");
  private static final int BUILD_DIRTY_LIMIT = 100_000;
  private static final long IDLE_SECONDS = 5;

  private final Database database;
  private final ColumnOptions options;
  private final CommitFence commits;
  private final StoredBuilds stored;
  private final Supplier<Collection<TableColumns>> tables;
  private final ExecutorService executor;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong lastId = new AtomicLong(new SecureRandom().nextLong() >>> 2);
  private final AtomicLong builtGroups = new AtomicLong();
  private final AtomicLong buildNanos = new AtomicLong();

  ColumnBuilds(
      Database database,
      ColumnOptions options,
      CommitFence commits,
      StoredBuilds stored,
      Supplier<Collection<TableColumns>> tables) {
    this.database = database;
    this.options = options;
    this.commits = commits;
    this.stored = stored;
    this.tables = tables;
    ThreadPoolExecutor single =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            ColumnBuilds::thread);
    single.allowCoreThreadTimeOut(true);
    executor = single;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "gabbro-columns");
    thread.setDaemon(true);
    return thread;
  }

  /** Makes groups of a table when scans have read enough of it from the store. */
  void consider(TableColumns table) {
    if (!table.isRetired()
        && table.rowsFromStore() >= options.groupRows()
        && table.startWork()
        && !closed.get()) {
      try {
        executor.execute(() -> work(table));
      } catch (RejectedExecutionException e) {
        table.endWork();
      }
    }
  }

  private void work(TableColumns table) {
    long start = System.nanoTime();
    try {
      for (KeyRange range : ranges(table)) {
        build(table, range);
      }
    } catch (GroupBuilder.UnreadableRowException e) {
      if (stored.retire(table)) {
        table.clear();
      }
      LOG.log(
          System.Logger.Level.WARNING,
          "no column segments for table {0}: {1}",
          table.table().name(),
          e.getMessage());
    } catch (GabbroException e) {
      if (!closed.get()) {
        LOG.log(System.Logger.Level.WARNING, "cannot make column segments", e);
      }
    } finally {
      buildNanos.addAndGet(System.nanoTime() - start);
      table.endWork();
    }
  }

  /** The ranges that are worth a build now. */
  private List<KeyRange> ranges(TableColumns table) {
    if (table.isRetired() || table.room() == TableColumns.Room.NONE) {
      return List.of();
    }
    List<KeyRange> gaps = new ArrayList<>();
    long rows = 0;
    for (KeyRange gap : table.gaps(columns(table), options.groupRows())) {
      long count = database.approximateCount(table.family(), gap);
      if (count >= options.groupRows() || table.hasGroups(gap)) {
        gaps.add(gap);
        rows += count;
      }
    }
    if (table.rowsFromStore() < rows / 2) {
      return List.of();
    }
    table.forgetRowsFromStore();
    return gaps;
  }

  /**
   * The columns to keep: all, because most of the work is to read the rows, unless there turned out
   * to be room only for those that scans ask for.
   */
  private static int[] columns(TableColumns table) {
    return table.room() == TableColumns.Room.FOR_ALL
        ? IntStream.range(0, table.table().columns().size()).toArray()
        : table.wantedColumns();
  }

  private void build(TableColumns table, KeyRange range) {
    GroupsBuild build = table.startBuild(range, BUILD_DIRTY_LIMIT);
    boolean done = false;
    try {
      commits.await(this::checkOpen);
      List<RowGroup> groups = read(table, build, range);
      if (build.isLost()) {
        return;
      }
      build.publish(groups);
      commits.await(this::checkOpen);
      build.passOnDirtyKeys();
      if (!build.isLost()) {
        stored.delete(table.replacedBy(build));
        table.endBuild(build);
        builtGroups.addAndGet(groups.size());
        done = true;
        stored.store(table, groups, this::checkOpen);
      }
    } catch (AbandonedException e) {
      if (!build.isLost()) {
        table.takeLessRoom();
      }
    } finally {
      if (!done) {
        table.cancelBuild();
      }
    }
  }

  private List<RowGroup> read(TableColumns table, GroupsBuild build, KeyRange range) {
    int[] columns = columns(table);
    boolean openEnd = Arrays.equals(range.upper(), table.table().format().keyRange().upper());
    long others = makeRoom(table);
    try (Snapshot snapshot = database.snapshot();
        RowCursor cursor = database.cursor(table.family(), snapshot, range, Direction.FORWARD)) {
      return new GroupBuilder(
              table.table(), columns, options, lastId::incrementAndGet, snapshot.sequence())
          .build(
              cursor,
              range,
              openEnd,
              bytes -> {
                checkOpen();
                if (build.isLost() || others + bytes > options.cacheBytes()) {
                  throw new AbandonedException();
                }
              });
    }
  }

  /**
   * Drops groups of tables that were not scanned for longer, if there are too many.
   *
   * @return the bytes of those that stay
   */
  private long makeRoom(TableColumns builder) {
    long bytes = totalBytes();
    while (bytes > options.cacheBytes() / 2) {
      Optional<TableColumns> oldest =
          tables.get().stream()
              .filter(table -> table != builder && !table.groups().isEmpty())
              .min(Comparator.comparingLong(TableColumns::lastUsed));
      if (oldest.isEmpty()) {
        break;
      }
      stored.drop(oldest.get());
      bytes = totalBytes();
    }
    return bytes;
  }

  private long totalBytes() {
    return tables.get().stream().mapToLong(TableColumns::totalBytes).sum();
  }

  private long memoryBytes() {
    return tables.get().stream().mapToLong(TableColumns::memoryBytes).sum();
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new GabbroException(ErrorCode.CLOSED, "the database");
    }
  }

  List<Metric> metrics() {
    return List.of(
        Metric.bytes("segment_bytes", memoryBytes(), "what column segments keep in memory now"),
        Metric.count("segment_groups_built", builtGroups.get(), "groups of rows made as segments"),
        Metric.count(
            "segment_build_micros", buildNanos.get() / 1000, "time spent on making segments"));
  }

  @Override
  public void close() {
    closed.set(true);
    executor.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a build for which there is no room, or beside which too much is written. */
  private static final class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
