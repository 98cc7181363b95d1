package io.gabbro.jdbc.lifecycle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process uses, as the operating system sees it; for Linux only. */
record ProcessFigures(long residentKilobytes, int fileDescriptors) {
  private static final Path STATUS = Path.of("/proc/self/status");

  static boolean areAvailable() {
    return Files.exists(STATUS);
  }

  /** The figures now, after a garbage collection. */
  static ProcessFigures now() throws IOException {
    System.gc();
    long resident =
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow();
    String[] descriptors = new File("/proc/self/fd").list();
    return new ProcessFigures(resident, descriptors == null ? 0 : descriptors.length);
  }
}
