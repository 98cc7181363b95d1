package io.gabbro.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Size and removal of the directories that databases leave behind. */
public final class Directories {

  private Directories() {}

  /** Bytes in all files under {@code directory}. */
  public static long size(Path directory) throws IOException {
    long bytes = 0;
    for (Path path : everything(directory)) {
      if (Files.isRegularFile(path)) {
        bytes += Files.size(path);
      }
    }
    return bytes;
  }

  /** Removes {@code directory} and everything under it; does nothing if it does not exist. */
  public static void delete(Path directory) throws IOException {
    for (Path path : everything(directory)) {
      Files.delete(path);
    }
  }

  /** The paths under {@code directory} and itself, children before their parents. */
  private static List<Path> everything(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
  }
}
