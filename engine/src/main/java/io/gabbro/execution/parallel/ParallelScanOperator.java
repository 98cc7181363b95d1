package io.gabbro.execution.parallel;

import io.gabbro.execution.Cancellation;
import io.gabbro.execution.PullOperator;
import io.gabbro.execution.WorkerPool;
import io.gabbro.storage.KeyRange;
import io.gabbro.vector.RowBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of parts of a table, read by several threads, in the order of the parts.
 *
 * <p>Lanes take parts in turn and put copies of their batches into the part's queue. A lane whose
 * batches nobody reads pauses, which frees its thread, and is resumed when batches are taken. The
 * reader takes the batches of the first part that is not done; when there are none yet, it works on
 * a lane itself.
 */
public final class ParallelScanOperator extends PullOperator {
  private static final int BATCHES_PER_LANE = 4;
  private static final long WAIT_MILLIS = 10;

  private final WorkerPool pool;
  private final List<Part> parts = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final int maxWaiting;
  private int nextPart;
  private int currentPart;
  private int waiting;
  private Throwable failure;
  private boolean stopped;
  private boolean started;

  /**
   * A scan.
   *
   * @param ranges the parts, in the order in which their rows are to come
   * @param pipeline makes the operators over a part
   */
  public ParallelScanOperator(
      Cancellation cancellation, WorkerPool pool, List<KeyRange> ranges, Pipeline pipeline) {
    super(cancellation);
    this.pool = pool;
    ranges.forEach(range -> parts.add(new Part(range)));
    int count = Math.min(pool.parallelism(), ranges.size());
    for (int lane = 0; lane < count; lane++) {
      lanes.add(new Lane(pipeline));
    }
    maxWaiting = BATCHES_PER_LANE * count;
  }

  @Override
  protected RowBatch produce() {
    while (true) {
      checkCancelled();
      Lane claimed = null;
      synchronized (this) {
        throwFailure();
        if (!started) {
          started = true;
          schedule();
        }
        skipCompleteParts();
        if (currentPart == parts.size()) {
          return null;
        }
        RowBatch batch = parts.get(currentPart).batches().poll();
        if (batch != null) {
          waiting--;
          schedule();
          return batch;
        }
        claimed = claim();
        if (claimed == null) {
          try {
            wait(WAIT_MILLIS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
      }
      if (claimed != null) {
        step(claimed);
        release(claimed);
      }
    }
  }

  private void skipCompleteParts() {
    while (currentPart < parts.size()
        && parts.get(currentPart).isComplete()
        && parts.get(currentPart).batches().isEmpty()) {
      currentPart++;
    }
  }

  private void throwFailure() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Asks the pool to work on lanes that pause, as long as there is room for their batches. */
  private void schedule() {
    for (Lane lane : lanes) {
      if (lane.state() == Lane.State.IDLE && waiting < maxWaiting && hasWork(lane)) {
        lane.setState(Lane.State.SCHEDULED);
        if (!pool.submit(() -> run(lane))) {
          lane.setState(Lane.State.IDLE);
        }
      }
    }
  }

  private boolean hasWork(Lane lane) {
    return lane.part() != null || nextPart < parts.size();
  }

  /**
   * A lane for the reader to work on: the one of the current part if nobody else does, else any for
   * whose batches there is room. The caller holds the lock.
   */
  private Lane claim() {
    Part current = parts.get(currentPart);
    Lane any = null;
    for (Lane lane : lanes) {
      boolean free = lane.state() == Lane.State.IDLE || lane.state() == Lane.State.SCHEDULED;
      if (free && hasWork(lane)) {
        boolean urgent = lane.part() == current || (lane.part() == null && nextPart == currentPart);
        if (urgent) {
          lane.setState(Lane.State.RUNNING);
          return lane;
        }
        any = lane;
      }
    }
    if (any == null || waiting >= maxWaiting) {
      return null;
    }
    any.setState(Lane.State.RUNNING);
    return any;
  }

  /** A task of the pool: works on a lane until it has to pause. */
  private void run(Lane lane) {
    synchronized (this) {
      if (lane.state() != Lane.State.SCHEDULED) {
        return;
      }
      lane.setState(Lane.State.RUNNING);
    }
    boolean more = true;
    while (more) {
      more = step(lane) && mayContinue(lane);
    }
    release(lane);
  }

  private synchronized boolean mayContinue(Lane lane) {
    boolean urgent =
        lane.part() == parts.get(Math.min(currentPart, parts.size() - 1))
            && lane.part().batches().isEmpty();
    return !stopped && (waiting < maxWaiting || urgent);
  }

  private synchronized void release(Lane lane) {
    lane.setState(hasWork(lane) && !stopped ? Lane.State.IDLE : Lane.State.FINISHED);
    notifyAll();
  }

  /**
   * Reads one batch of a lane, which the caller has made {@code RUNNING}.
   *
   * @return whether there is more to do for it
   */
  private boolean step(Lane lane) {
    synchronized (this) {
      if (stopped) {
        return false;
      }
      if (lane.part() == null) {
        if (nextPart == parts.size()) {
          return false;
        }
        lane.setPart(parts.get(nextPart++));
      }
    }
    try {
      RowBatch batch = lane.step();
      synchronized (this) {
        if (batch != null) {
          lane.part().batches().add(batch);
          waiting++;
        } else {
          lane.part().setComplete();
          lane.setPart(null);
        }
        notifyAll();
        return true;
      }
    } catch (RuntimeException | Error e) {
      fail(e);
      return false;
    }
  }

  private synchronized void fail(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
    stopped = true;
    notifyAll();
  }

  @Override
  protected void release() {
    synchronized (this) {
      stopped = true;
      boolean wasInterrupted = false;
      for (Lane lane : lanes) {
        while (lane.state() == Lane.State.RUNNING) {
          try {
            wait();
          } catch (InterruptedException e) {
            wasInterrupted = true;
          }
        }
        lane.setState(Lane.State.FINISHED);
      }
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
    lanes.forEach(Lane::close);
    parts.clear();
  }
}
