package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;

/**
 * A text in memory. A change of it does not reach the database. Its "ASCII" streams are UTF-8,
 * which is ASCII where the text is. Not thread-safe.
 */
public final class MemoryClob implements NClob {
  private StringBuilder text;

  /** A Clob of a text. */
  public MemoryClob(String text) {
    this.text = new StringBuilder(text);
  }

  private StringBuilder open() throws SQLException {
    if (text == null) {
      throw SqlExceptions.error(ErrorCode.CLOSED, "the Clob");
    }
    return text;
  }

  @Override
  public long length() throws SQLException {
    return open().length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    int start = LobRange.start(position, open().length());
    return text.substring(start, LobRange.end(start, length, text.length()));
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new StringReader(open().toString());
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    return new StringReader(getSubString(position, (int) Math.min(length, text.length())));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return new ByteArrayInputStream(open().toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long position(String pattern, long start) throws SQLException {
    int index = open().indexOf(pattern, LobRange.start(start, text.length()));
    return index < 0 ? -1 : index + 1L;
  }

  @Override
  public long position(Clob pattern, long start) throws SQLException {
    return position(Streams.text(pattern), start);
  }

  @Override
  public int setString(long position, String source) throws SQLException {
    return setString(position, source, 0, source.length());
  }

  @Override
  public int setString(long position, String source, int offset, int length) throws SQLException {
    int start = LobRange.start(position, open().length());
    replace(start, source.substring(offset, offset + length));
    return length;
  }

  private void replace(int start, String written) {
    text.replace(start, Math.min(text.length(), start + written.length()), written);
  }

  /** What is written appears in the Clob when the stream is closed. */
  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    int start = LobRange.start(position, open().length());
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        replace(start, toString(StandardCharsets.UTF_8));
      }
    };
  }

  /** What is written appears in the Clob when the writer is closed. */
  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    int start = LobRange.start(position, open().length());
    return new StringWriter() {
      @Override
      public void close() {
        replace(start, toString());
      }
    };
  }

  @Override
  public void truncate(long length) throws SQLException {
    open().setLength(LobRange.start(length + 1, text.length()));
  }

  @Override
  public void free() {
    text = null;
  }
}
