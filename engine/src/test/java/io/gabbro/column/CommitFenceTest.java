package io.gabbro.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CommitFenceTest {
  private final CommitFence fence = new CommitFence();

  @Test
  void waitsForCommitsBeforeAndNotForThoseAfter() throws Exception {
    int before = fence.enter();
    CountDownLatch waiting = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<?> waiter = threads.submit(() -> fence.await(waiting::countDown));
      waiting.await();
      int after = fence.enter();
      assertFalse(waiter.isDone(), "a commit from before is still running");
      fence.exit(before);
      waiter.get();
      fence.exit(after);
    } finally {
      threads.shutdownNow();
    }
    fence.await(() -> {});
  }

  @Test
  void theWaitCanBeGivenUp() {
    int running = fence.enter();
    assertThrows(
        IllegalStateException.class,
        () ->
            fence.await(
                () -> {
                  throw new IllegalStateException("given up");
                }));
    fence.exit(running);
    fence.await(() -> {});
  }

  @Test
  void whatWasPublishedBeforeIsSeenByAllThatAreLeft() throws Exception {
    AtomicInteger published = new AtomicInteger();
    AtomicInteger awaited = new AtomicInteger();
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Boolean>> commits = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        commits.add(
            threads.submit(
                () -> {
                  boolean right = true;
                  while (!stop.get()) {
                    int entered = fence.enter();
                    int seen = published.get();
                    Thread.onSpinWait();
                    // No wait that began after a later publication may have ended.
                    right &= awaited.get() <= seen;
                    fence.exit(entered);
                  }
                  return right;
                }));
      }
      for (int round = 1; round <= 2_000; round++) {
        published.set(round);
        fence.await(() -> {});
        awaited.set(round);
      }
      stop.set(true);
      for (Future<Boolean> commit : commits) {
        assertTrue(commit.get(30, TimeUnit.SECONDS), "a commit ran beyond a wait");
      }
      assertEquals(2_000, awaited.get());
    } finally {
      stop.set(true);
      threads.shutdownNow();
    }
  }
}
