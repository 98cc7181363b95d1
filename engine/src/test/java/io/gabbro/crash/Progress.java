package io.gabbro.crash;

import java.util.SortedMap;
import java.util.TreeMap;

/** How far a worker has come in a database that was verified, and what its tables hold. */
final class Progress {
  private final Work work;
  private final SortedMap<String, String> state;
  private long next;

  Progress(Work work) {
    this(work, new TreeMap<>(), 0);
  }

  private Progress(Work work, SortedMap<String, String> state, long next) {
    this.work = work;
    this.state = state;
    this.next = next;
  }

  /** A copy that goes its own way. */
  Progress copy() {
    return new Progress(work, new TreeMap<>(state), next);
  }

  /** Does a step. */
  void advance() {
    work.apply(state, next);
    next++;
  }

  /** The number of the first step that is not done. */
  long next() {
    return next;
  }

  Work work() {
    return work;
  }

  SortedMap<String, String> state() {
    return state;
  }
}
