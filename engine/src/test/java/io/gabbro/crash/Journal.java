package io.gabbro.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a writer is going to do and has done, outside of its database: a line for each event, which
 * is in the operating system's hands when the method returns. Thread-safe.
 */
final class Journal implements AutoCloseable {
  private final FileChannel channel;

  Journal(Path file) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** The database is going to be opened. */
  void opening() throws IOException {
    write("opening");
  }

  /** All workers have what they need. */
  void ready() throws IOException {
    write("ready");
  }

  /** A step is going to be done. */
  void begin(String worker, long step) throws IOException {
    write("begin " + worker + " " + step);
  }

  /** A step is done, its commit acknowledged. */
  void done(String worker, long step) throws IOException {
    write("done " + worker + " " + step);
  }

  /** A step is done, its commit acknowledged as synced; where the newest log ends now. */
  void synced(String worker, long step, LogEnd end) throws IOException {
    write("synced " + worker + " " + step + " " + end.number() + " " + end.length());
  }

  /** Something failed that must not. */
  void failed(String worker, Throwable failure) throws IOException {
    write("failed " + worker + " " + failure.toString().replace('\n', ' '));
  }

  private synchronized void write(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
