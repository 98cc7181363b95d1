package io.gabbro.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a {@link Journal} tells after its writer was killed. */
final class History {
  /** The steps of one worker: the lines at which they began and were acknowledged. */
  static final class Steps {
    private final TreeMap<Long, Integer> begun = new TreeMap<>();
    private final TreeMap<Long, Integer> acknowledged = new TreeMap<>();
    private long synced = -1;

    /** The last step that began; -1 when none did. */
    long lastBegun() {
      return begun.isEmpty() ? -1 : begun.lastKey();
    }

    /** The last step that was acknowledged; -1 when none was. */
    long lastAcknowledged() {
      return acknowledged.isEmpty() ? -1 : acknowledged.lastKey();
    }

    /** The last step that was acknowledged as synced; -1 when none was. */
    long lastSynced() {
      return synced;
    }

    /** How many were acknowledged. */
    int acknowledgements() {
      return acknowledged.size();
    }

    /** The line at which a step was acknowledged; a very large one when it was not. */
    int acknowledgedAt(long step) {
      return acknowledged.getOrDefault(step, Integer.MAX_VALUE);
    }

    /** The line at which a step began; -1 when it was done before this history. */
    int begunAt(long step) {
      return begun.getOrDefault(step, -1);
    }
  }

  private final Map<String, Steps> workers = new HashMap<>();
  private LogEnd synced = LogEnd.NONE;
  private String failure;

  private History() {}

  static History read(Path journal) throws IOException {
    History history = new History();
    String text = Files.exists(journal) ? Files.readString(journal) : "";
    String[] lines = text.split("\n", -1);
    for (int line = 0; line < lines.length - 1; line++) {
      history.note(line, lines[line]);
    }
    return history;
  }

  private void note(int line, String text) {
    String[] words = text.split(" ");
    switch (words[0]) {
      case "begin" -> steps(words[1]).begun.put(Long.parseLong(words[2]), line);
      case "done" -> steps(words[1]).acknowledged.put(Long.parseLong(words[2]), line);
      case "synced" -> {
        long step = Long.parseLong(words[2]);
        steps(words[1]).acknowledged.put(step, line);
        steps(words[1]).synced = step;
        LogEnd end = new LogEnd(Long.parseLong(words[3]), Long.parseLong(words[4]));
        synced = end.compareTo(synced) > 0 ? end : synced;
      }
      case "failed" -> failure = text;
      default -> {}
    }
  }

  /** What a worker did. */
  Steps steps(String worker) {
    return workers.computeIfAbsent(worker, name -> new Steps());
  }

  /** A point of the log in front of which all synced commits lie. */
  LogEnd synced() {
    return synced;
  }

  /** What failed; null when nothing did. */
  String failure() {
    return failure;
  }
}
