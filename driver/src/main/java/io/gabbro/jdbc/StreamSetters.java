package io.gabbro.jdbc;

import io.gabbro.jdbc.value.Streams;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The setters of streams and large objects, which are read at once. */
abstract class StreamSetters extends TextExecutions implements PreparedStatement {
  StreamSetters(GabbroConnection connection) {
    super(connection);
  }

  /** The row of parameters that is being set. */
  abstract ParameterRows parameters();

  private void setBytes(int parameterIndex, InputStream stream, long length) throws SQLException {
    parameters().setValue(parameterIndex, stream == null ? null : Streams.bytes(stream, length));
  }

  private void setText(int parameterIndex, Reader reader, long length) throws SQLException {
    parameters().setValue(parameterIndex, reader == null ? null : Streams.text(reader, length));
  }

  /** The length of such streams counts bytes. */
  private void setText(int parameterIndex, InputStream stream, long length, Charset charset)
      throws SQLException {
    Object text = null;
    if (stream != null && length < 0) {
      text = Streams.text(new InputStreamReader(stream, charset), Streams.TO_THE_END);
    } else if (stream != null) {
      text = new String(Streams.bytes(stream, length), charset);
    }
    parameters().setValue(parameterIndex, text);
  }

  @Override
  public final void setBinaryStream(int parameterIndex, InputStream stream) throws SQLException {
    setBytes(parameterIndex, stream, Streams.TO_THE_END);
  }

  @Override
  public final void setBinaryStream(int parameterIndex, InputStream stream, int length)
      throws SQLException {
    setBytes(parameterIndex, stream, notNegative(length, "length"));
  }

  @Override
  public final void setBinaryStream(int parameterIndex, InputStream stream, long length)
      throws SQLException {
    setBytes(parameterIndex, stream, notNegative(length, "length"));
  }

  @Override
  public final void setBlob(int parameterIndex, InputStream stream) throws SQLException {
    setBytes(parameterIndex, stream, Streams.TO_THE_END);
  }

  @Override
  public final void setBlob(int parameterIndex, InputStream stream, long length)
      throws SQLException {
    setBytes(parameterIndex, stream, notNegative(length, "length"));
  }

  @Override
  public final void setBlob(int parameterIndex, Blob value) throws SQLException {
    parameters().setValue(parameterIndex, value == null ? null : Streams.bytes(value));
  }

  @Override
  public final void setAsciiStream(int parameterIndex, InputStream stream) throws SQLException {
    setText(parameterIndex, stream, Streams.TO_THE_END, StandardCharsets.UTF_8);
  }

  @Override
  public final void setAsciiStream(int parameterIndex, InputStream stream, int length)
      throws SQLException {
    setText(parameterIndex, stream, notNegative(length, "length"), StandardCharsets.UTF_8);
  }

  @Override
  public final void setAsciiStream(int parameterIndex, InputStream stream, long length)
      throws SQLException {
    setText(parameterIndex, stream, notNegative(length, "length"), StandardCharsets.UTF_8);
  }

  @Override
  @Deprecated
  public final void setUnicodeStream(int parameterIndex, InputStream stream, int length)
      throws SQLException {
    setText(parameterIndex, stream, notNegative(length, "length"), StandardCharsets.UTF_16BE);
  }

  @Override
  public final void setCharacterStream(int parameterIndex, Reader reader) throws SQLException {
    setText(parameterIndex, reader, Streams.TO_THE_END);
  }

  @Override
  public final void setCharacterStream(int parameterIndex, Reader reader, int length)
      throws SQLException {
    setText(parameterIndex, reader, notNegative(length, "length"));
  }

  @Override
  public final void setCharacterStream(int parameterIndex, Reader reader, long length)
      throws SQLException {
    setText(parameterIndex, reader, notNegative(length, "length"));
  }

  @Override
  public final void setNCharacterStream(int parameterIndex, Reader reader) throws SQLException {
    setText(parameterIndex, reader, Streams.TO_THE_END);
  }

  @Override
  public final void setNCharacterStream(int parameterIndex, Reader reader, long length)
      throws SQLException {
    setText(parameterIndex, reader, notNegative(length, "length"));
  }

  @Override
  public final void setClob(int parameterIndex, Reader reader) throws SQLException {
    setText(parameterIndex, reader, Streams.TO_THE_END);
  }

  @Override
  public final void setClob(int parameterIndex, Reader reader, long length) throws SQLException {
    setText(parameterIndex, reader, notNegative(length, "length"));
  }

  @Override
  public final void setClob(int parameterIndex, Clob value) throws SQLException {
    parameters().setValue(parameterIndex, value == null ? null : Streams.text(value));
  }

  @Override
  public final void setNClob(int parameterIndex, Reader reader) throws SQLException {
    setText(parameterIndex, reader, Streams.TO_THE_END);
  }

  @Override
  public final void setNClob(int parameterIndex, Reader reader, long length) throws SQLException {
    setText(parameterIndex, reader, notNegative(length, "length"));
  }

  @Override
  public final void setNClob(int parameterIndex, NClob value) throws SQLException {
    setClob(parameterIndex, value);
  }
}
