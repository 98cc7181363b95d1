package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;

/** A byte string in memory. A change of it does not reach the database. Not thread-safe. */
public final class MemoryBlob implements Blob {
  private byte[] bytes;

  /** A Blob that takes over an array. */
  public MemoryBlob(byte[] bytes) {
    this.bytes = bytes;
  }

  private byte[] open() throws SQLException {
    if (bytes == null) {
      throw SqlExceptions.error(ErrorCode.CLOSED, "the Blob");
    }
    return bytes;
  }

  @Override
  public long length() throws SQLException {
    return open().length;
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    int start = LobRange.start(position, open().length);
    return Arrays.copyOfRange(bytes, start, LobRange.end(start, length, bytes.length));
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    return new ByteArrayInputStream(open());
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    return new ByteArrayInputStream(getBytes(position, (int) Math.min(length, bytes.length)));
  }

  @Override
  public long position(byte[] pattern, long start) throws SQLException {
    int first = LobRange.start(start, open().length);
    for (int index = first; index + pattern.length <= bytes.length; index++) {
      if (Arrays.equals(bytes, index, index + pattern.length, pattern, 0, pattern.length)) {
        return index + 1L;
      }
    }
    return -1;
  }

  @Override
  public long position(Blob pattern, long start) throws SQLException {
    return position(Streams.bytes(pattern), start);
  }

  @Override
  public int setBytes(long position, byte[] source) throws SQLException {
    return setBytes(position, source, 0, source.length);
  }

  @Override
  public int setBytes(long position, byte[] source, int offset, int length) throws SQLException {
    int start = LobRange.start(position, open().length);
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length, Math.addExact(start, length)));
    System.arraycopy(source, offset, bytes, start, length);
    return length;
  }

  /** What is written appears in the Blob when the stream is closed. */
  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    int start = LobRange.start(position, open().length);
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, Math.addExact(start, size())));
        System.arraycopy(toByteArray(), 0, bytes, start, size());
      }
    };
  }

  @Override
  public void truncate(long length) throws SQLException {
    bytes = Arrays.copyOf(open(), LobRange.start(length + 1, bytes.length));
  }

  @Override
  public void free() {
    bytes = null;
  }
}
