package io.gabbro.copy;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Opens the files of COPY; those that end with {@code .gz} are compressed. */
public final class CopyFiles {
  private static final int BUFFER = 1 << 16;

  private CopyFiles() {}

  /**
   * Opens a file to read.
   *
   * @throws GabbroException {@code UNDEFINED_FILE}, {@code IO_ERROR}
   */
  public static Reader reader(String file, Charset charset) {
    try {
      InputStream bytes = Files.newInputStream(path(file));
      try {
        InputStream plain = isCompressed(file) ? new GZIPInputStream(bytes, BUFFER) : bytes;
        return new BufferedReader(
            new InputStreamReader(
                plain,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            BUFFER);
      } catch (IOException | RuntimeException e) {
        bytes.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Opens a file to write; one that exists is replaced. */
  public static Writer writer(String file, Charset charset) {
    try {
      OutputStream bytes = Files.newOutputStream(path(file));
      try {
        OutputStream plain = isCompressed(file) ? new GZIPOutputStream(bytes, BUFFER) : bytes;
        return new BufferedWriter(new OutputStreamWriter(plain, charset), BUFFER);
      } catch (IOException | RuntimeException e) {
        bytes.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** The error for what went wrong with a file. */
  public static GabbroException failure(String file, IOException problem) {
    if (problem instanceof ClosedByInterruptException) {
      return GabbroException.causedBy(problem, ErrorCode.QUERY_CANCELED, "thread interrupt");
    }
    if (problem instanceof NoSuchFileException) {
      return GabbroException.causedBy(
          problem, ErrorCode.UNDEFINED_FILE, "file \"" + file + "\" does not exist");
    }
    if (String.valueOf(problem.getMessage()).contains("No space left")) {
      return GabbroException.causedBy(problem, ErrorCode.DISK_FULL, "file \"" + file + "\"");
    }
    return GabbroException.causedBy(
        problem, ErrorCode.IO_ERROR, "file \"" + file + "\": " + problem);
  }

  /**
   * All bytes of a file.
   *
   * @throws GabbroException {@code UNDEFINED_FILE}, {@code IO_ERROR}
   */
  public static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(path(file));
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.UNDEFINED_FILE, "\"" + file + "\" is no file name");
    }
  }

  private static boolean isCompressed(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".gz");
  }
}
