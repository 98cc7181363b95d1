package io.gabbro.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The standard output of a command: reports go there, whatever logging does. */
public final class StandardOutput {

  private StandardOutput() {}

  /** A stream that writes UTF-8 and flushes at each line; the caller need not close it. */
  public static PrintStream open() {
    return new PrintStream(
        new FileOutputStream(FileDescriptor.out), /* autoFlush= */ true, StandardCharsets.UTF_8);
  }
}
