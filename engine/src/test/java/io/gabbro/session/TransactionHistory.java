package io.gabbro.session;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What concurrent transactions did to lists that they append their number to, and which of them
 * must have come before which: a list tells the order of its writers, and what a reader saw of it
 * tells the reader's place among them. A circle of such orders is an anomaly.
 */
final class TransactionHistory {
  /** What one committed transaction saw of lists before its own appends. */
  record Committed(int number, Map<Integer, List<Integer>> seen) {}

  private final List<Committed> committed;
  private final Map<Integer, List<Integer>> lists;
  private final Map<Integer, Set<Integer>> dependencies = new HashMap<>();
  private final Map<Integer, Set<Integer>> antiDependencies = new HashMap<>();

  /** A history, with the lists as they are at its end. */
  TransactionHistory(List<Committed> committed, Map<Integer, List<Integer>> lists) {
    this.committed = committed;
    this.lists = new TreeMap<>(lists);
    lists.values().forEach(this::addWriters);
    committed.forEach(this::addReader);
  }

  /** The numbers of a list as the tables hold it: {@code 3,7,12}. */
  static List<Integer> numbers(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }

  private void addWriters(List<Integer> list) {
    for (int index = 1; index < list.size(); index++) {
      add(dependencies, list.get(index - 1), list.get(index));
    }
  }

  private void addReader(Committed reader) {
    reader
        .seen()
        .forEach(
            (key, seen) -> {
              List<Integer> list = lists.getOrDefault(key, List.of());
              if (!seen.isEmpty()) {
                add(dependencies, seen.get(seen.size() - 1), reader.number());
              }
              if (list.size() > seen.size()) {
                add(antiDependencies, reader.number(), list.get(seen.size()));
              }
            });
  }

  private static void add(Map<Integer, Set<Integer>> edges, int from, int to) {
    if (from != to) {
      edges.computeIfAbsent(from, number -> new HashSet<>()).add(to);
    }
  }

  /** What a reader saw that is no beginning of the list; null when there is nothing of the kind. */
  String impossibleRead() {
    Set<Integer> known = new HashSet<>();
    committed.forEach(transaction -> known.add(transaction.number()));
    for (Map.Entry<Integer, List<Integer>> list : lists.entrySet()) {
      if (!known.containsAll(list.getValue())
          || new HashSet<>(list.getValue()).size() < list.getValue().size()) {
        return "list " + list + " has numbers of transactions that did not commit, or one twice";
      }
    }
    for (Committed transaction : committed) {
      for (Map.Entry<Integer, List<Integer>> seen : transaction.seen().entrySet()) {
        List<Integer> list = lists.getOrDefault(seen.getKey(), List.of());
        int length = seen.getValue().size();
        if (length > list.size() || !list.subList(0, length).equals(seen.getValue())) {
          return transaction.number() + " saw " + seen + " of " + list;
        }
      }
    }
    return null;
  }

  /** A circle of writes and of reads of what was written; null when there is none. */
  String circleOfDependencies() {
    return circle(dependencies);
  }

  /** A circle in which only one transaction missed what another wrote; null when there is none. */
  String circleWithOneAntiDependency() {
    for (Map.Entry<Integer, Set<Integer>> from : antiDependencies.entrySet()) {
      for (int to : from.getValue()) {
        if (reaches(to, from.getKey())) {
          return from.getKey() + " missed a write of " + to + ", which comes before it";
        }
      }
    }
    return null;
  }

  /** Any circle: the transactions could not have run one after another; null when there is none. */
  String circle() {
    Map<Integer, Set<Integer>> all = new HashMap<>();
    dependencies.forEach((from, to) -> all.put(from, new HashSet<>(to)));
    antiDependencies.forEach(
        (from, to) -> all.computeIfAbsent(from, number -> new HashSet<>()).addAll(to));
    return circle(all);
  }

  private boolean reaches(int from, int to) {
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    Set<Integer> met = new HashSet<>(open);
    while (!open.isEmpty()) {
      int next = open.pop();
      if (next == to) {
        return true;
      }
      dependencies.getOrDefault(next, Set.of()).stream().filter(met::add).forEach(open::push);
    }
    return false;
  }

  /**
   * Takes away transactions that nobody has to precede; who is left is on a circle or behind one.
   */
  private static String circle(Map<Integer, Set<Integer>> edges) {
    Map<Integer, Integer> predecessors = new TreeMap<>();
    edges.forEach(
        (from, targets) -> {
          predecessors.merge(from, 0, Integer::sum);
          targets.forEach(to -> predecessors.merge(to, 1, Integer::sum));
        });
    Deque<Integer> free = new ArrayDeque<>();
    predecessors.forEach(
        (number, count) -> {
          if (count == 0) {
            free.add(number);
          }
        });
    while (!free.isEmpty()) {
      int next = free.pop();
      predecessors.remove(next);
      for (int to : edges.getOrDefault(next, Set.of())) {
        if (predecessors.merge(to, -1, Integer::sum) == 0) {
          free.add(to);
        }
      }
    }
    return predecessors.isEmpty() ? null : "a circle among " + predecessors.keySet();
  }
}
