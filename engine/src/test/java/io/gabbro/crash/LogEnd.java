package io.gabbro.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the write-ahead log of a database ends.
 *
 * @param number the number of the newest log; -1 when there is none
 * @param length its bytes
 */
record LogEnd(long number, long length) implements Comparable<LogEnd> {
  static final LogEnd NONE = new LogEnd(-1, 0);

  /** The end at this moment. */
  static LogEnd of(Path directory) throws IOException {
    List<Long> numbers;
    try (Stream<Path> files = Files.list(directory)) {
      numbers =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("\\d+\\.log"))
              .map(name -> Long.parseLong(name.substring(0, name.length() - 4)))
              .sorted()
              .toList();
    }
    if (numbers.isEmpty()) {
      return NONE;
    }
    long newest = numbers.get(numbers.size() - 1);
    return new LogEnd(newest, file(directory, newest).toFile().length());
  }

  /** The log of that number. */
  static Path file(Path directory, long number) {
    return directory.resolve(String.format("%06d.log", number));
  }

  @Override
  public int compareTo(LogEnd other) {
    int byNumber = Long.compare(number, other.number);
    return byNumber != 0 ? byNumber : Long.compare(length, other.length);
  }
}
