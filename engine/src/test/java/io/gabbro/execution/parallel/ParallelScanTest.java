package io.gabbro.execution.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.WorkerPool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ParallelScanTest {
  private static final long MEMORY = 64 << 20;

  private final WorkerPool pool = new WorkerPool(4);
  private ParallelFixture fixture;

  @TempDir private Path directory;

  @BeforeEach
  void openFixture() {
    fixture = new ParallelFixture(directory);
  }

  @AfterEach
  void closeFixture() {
    assertEquals(0, fixture.openCursors(), "cursors were not closed");
    fixture.close();
    pool.close();
  }

  private ExecutionContext context() {
    return fixture.context(pool, MEMORY);
  }

  @Test
  void yieldsRowsInTheOrderOfKeys() {
    List<List<Object>> serial = fixture.readSerially(context(), fixture.pipeline());
    int cursorsBefore = fixture.cursors();
    assertEquals(serial, fixture.readAll(context(), fixture.pipeline()));
    assertTrue(fixture.cursors() - cursorsBefore > 4, "it was not read in parts");
  }

  @Test
  void doesAllItselfWhenThePoolIsBusy() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(3);
    for (int task = 0; task < 3; task++) {
      pool.submit(
          () -> {
            blocked.countDown();
            await(release);
          });
    }
    blocked.await();
    List<List<Object>> serial = fixture.readSerially(context(), fixture.pipeline());
    assertEquals(serial, fixture.readAll(context(), fixture.pipeline()));
    assertEquals(10, fixture.readAll(context(), fixture.countBy(fixture.text())).size());
    release.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void doesAllItselfWhenThePoolIsClosed() {
    List<List<Object>> serial = fixture.readSerially(context(), fixture.pipeline());
    ExecutionContext context = context();
    pool.close();
    assertEquals(serial, fixture.readAll(context, fixture.pipeline()));
    assertEquals(10, fixture.readAll(context, fixture.countBy(fixture.text())).size());
  }

  @Test
  void closesWhileWorkersRun() {
    for (int round = 0; round < 50; round++) {
      try (Operator operator = fixture.open(context(), fixture.scan())) {
        assertNotNull(operator.next());
      }
      assertEquals(0, fixture.openCursors());
    }
  }

  @Test
  void passesFailuresOfWorkersOn() {
    fixture.damageRow(45_000);
    GabbroException error =
        assertThrows(GabbroException.class, () -> fixture.readAll(context(), fixture.pipeline()));
    assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
    GabbroException ofAggregate =
        assertThrows(
            GabbroException.class,
            () -> fixture.readAll(context(), fixture.countBy(fixture.text())));
    assertEquals(ErrorCode.DATA_CORRUPTED, ofAggregate.code());
  }

  @Test
  void stopsAggregationWhenCancelled() {
    ExecutionContext context = context();
    context.cancellation().cancel();
    GabbroException error =
        assertThrows(
            GabbroException.class, () -> fixture.readAll(context, fixture.countBy(fixture.text())));
    assertEquals(ErrorCode.QUERY_CANCELED, error.code());
  }

  @Test
  void aggregatesInMemoryAndThroughFiles() {
    for (long memory : new long[] {MEMORY, 100_000, 1}) {
      ExecutionContext context = fixture.context(pool, memory);
      List<String> groups = new ArrayList<>();
      for (List<Object> row : fixture.readAll(context, fixture.countBy(fixture.number()))) {
        groups.add(row.get(0) + ":" + row.get(1));
      }
      assertEquals(ParallelFixture.ROWS, groups.size(), "memory " + memory);
      assertEquals(ParallelFixture.ROWS, groups.stream().distinct().count());
      assertTrue(groups.stream().allMatch(group -> group.endsWith(":1")));
      assertEquals(0, context.memory().used());
      List<List<Object>> texts =
          fixture.readAll(fixture.context(pool, memory), fixture.countBy(fixture.text()));
      assertEquals(10, texts.size());
      assertTrue(texts.stream().allMatch(row -> row.get(1).equals(6000L)), texts::toString);
    }
  }

  @Test
  void servesManyStatementsAtOnce() throws Exception {
    List<List<Object>> serial = fixture.readSerially(context(), fixture.pipeline());
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> statements = new ArrayList<>();
      for (int count = 0; count < 16; count++) {
        statements.add(
            () -> {
              assertEquals(serial, fixture.readAll(context(), fixture.pipeline()));
              assertEquals(10, fixture.readAll(context(), fixture.countBy(fixture.text())).size());
              return null;
            });
      }
      for (Future<Void> statement : clients.invokeAll(statements)) {
        statement.get();
      }
    } finally {
      clients.shutdown();
    }
  }
}
