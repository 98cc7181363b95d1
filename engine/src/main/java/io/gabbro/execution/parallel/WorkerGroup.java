package io.gabbro.execution.parallel;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.WorkerPool;
import java.util.Arrays;

/**
 * The same work done by the calling thread and by threads of a pool at once, each taking parts of
 * it until there are none.
 */
public final class WorkerGroup {
  /** What each worker does. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does parts of the work until there are none, or until {@link #isStopped} of the group.
     *
     * @param worker the number of the worker, from zero
     */
    void run(int worker, WorkerGroup group);
  }

  private enum State {
    WAITING,
    RUNNING,
    ENDED
  }

  private final Work work;
  private final State[] states;
  private Throwable failure;
  private volatile boolean stopped;

  /**
   * A group.
   *
   * @param workers the number of threads, the caller's included
   * @param work what each does; it is not called for workers that no thread was free for
   */
  public WorkerGroup(int workers, Work work) {
    this.work = work;
    states = new State[workers];
    Arrays.fill(states, State.WAITING);
  }

  /** Whether work shall end early because a worker has failed. */
  public boolean isStopped() {
    return stopped;
  }

  /** Does the work; when it returns or throws, no thread works any more. */
  public void run(WorkerPool pool) {
    for (int worker = 1; worker < states.length; worker++) {
      int number = worker;
      pool.submit(() -> start(number));
    }
    start(0);
    awaitOthers();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void start(int worker) {
    synchronized (this) {
      if (states[worker] != State.WAITING) {
        return;
      }
      states[worker] = State.RUNNING;
    }
    Throwable thrown = null;
    try {
      work.run(worker, this);
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
    end(worker, thrown);
  }

  private synchronized void end(int worker, Throwable thrown) {
    states[worker] = State.ENDED;
    if (thrown != null) {
      noteFailure(thrown);
    }
    notifyAll();
  }

  private void noteFailure(Throwable thrown) {
    stopped = true;
    if (failure == null) {
      failure = thrown;
    }
  }

  /** Lets those that run end, and those that no thread has started never start. */
  private synchronized void awaitOthers() {
    boolean interrupted = false;
    for (int worker = 0; worker < states.length; worker++) {
      while (states[worker] == State.RUNNING) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
          noteFailure(GabbroException.causedBy(e, ErrorCode.QUERY_CANCELED, "thread interrupt"));
        }
      }
      states[worker] = State.ENDED;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
