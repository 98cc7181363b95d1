package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.error.SqlExceptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;

/** Reads streams into memory, where all values of this database lie. */
public final class Streams {
  /** The length of a stream that is read to its end. */
  public static final long TO_THE_END = -1;

  private static final int BLOCK = 8192;

  private Streams() {}

  /**
   * The bytes of a stream, which is not closed.
   *
   * @param length how many there must be, or {@link #TO_THE_END}
   */
  public static byte[] bytes(InputStream stream, long length) throws SQLException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    try {
      while (length < 0 || bytes.size() < length) {
        int wanted = length < 0 ? BLOCK : (int) Math.min(BLOCK, length - bytes.size());
        int count = stream.read(block, 0, wanted);
        if (count < 0) {
          break;
        }
        bytes.write(block, 0, count);
      }
    } catch (IOException e) {
      throw failed(e);
    }
    checkLength(bytes.size(), length);
    return bytes.toByteArray();
  }

  /**
   * The text of a reader, which is not closed.
   *
   * @param length how many characters there must be, or {@link #TO_THE_END}
   */
  public static String text(Reader reader, long length) throws SQLException {
    StringWriter text = new StringWriter();
    char[] block = new char[BLOCK];
    try {
      while (length < 0 || text.getBuffer().length() < length) {
        int size = text.getBuffer().length();
        int wanted = length < 0 ? BLOCK : (int) Math.min(BLOCK, length - size);
        int count = reader.read(block, 0, wanted);
        if (count < 0) {
          break;
        }
        text.write(block, 0, count);
      }
    } catch (IOException e) {
      throw failed(e);
    }
    checkLength(text.getBuffer().length(), length);
    return text.toString();
  }

  /** All bytes of a Blob. */
  public static byte[] bytes(Blob blob) throws SQLException {
    return blob.length() == 0
        ? new byte[0]
        : blob.getBytes(1, (int) Math.min(Integer.MAX_VALUE, blob.length()));
  }

  /** All text of a Clob. */
  public static String text(Clob clob) throws SQLException {
    return clob.length() == 0
        ? ""
        : clob.getSubString(1, (int) Math.min(Integer.MAX_VALUE, clob.length()));
  }

  private static void checkLength(int actual, long length) throws SQLException {
    if (length >= 0 && actual < length) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_ARGUMENT,
          "the stream ended after " + actual + " of " + length + " bytes or characters");
    }
  }

  private static SQLException failed(IOException cause) {
    return SqlExceptions.of(
        GabbroException.causedBy(
            cause, ErrorCode.IO_ERROR, "the stream of a parameter failed: " + cause.getMessage()));
  }
}
