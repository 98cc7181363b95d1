package io.gabbro.jdbc;

import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.value.MemoryBlob;
import io.gabbro.jdbc.value.MemoryClob;
import io.gabbro.jdbc.value.NumberRange;
import io.gabbro.session.Result;
import io.gabbro.vector.ColumnVector;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.util.Arrays;

/** The getters of numbers, strings and large objects. */
abstract class GettersByIndex extends ResultCursor {
  private final int maxFieldSize;

  GettersByIndex(
      GabbroConnection connection,
      ResultShape shape,
      Result.Rows rows,
      long maxRows,
      int maxFieldSize,
      Cancellation cancellation) {
    super(connection, shape, rows, maxRows, cancellation);
    this.maxFieldSize = maxFieldSize == 0 ? Integer.MAX_VALUE : maxFieldSize;
  }

  private long number(int columnIndex) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    return wasNull ? 0 : readers[columnIndex - 1].toLong(vector, position);
  }

  @Override
  public final boolean getBoolean(int columnIndex) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    return !wasNull && readers[columnIndex - 1].toBoolean(vector, position);
  }

  @Override
  public final byte getByte(int columnIndex) throws SQLException {
    return NumberRange.toByte(number(columnIndex));
  }

  @Override
  public final short getShort(int columnIndex) throws SQLException {
    return NumberRange.toShort(number(columnIndex));
  }

  @Override
  public final int getInt(int columnIndex) throws SQLException {
    return NumberRange.toInt(number(columnIndex));
  }

  @Override
  public final long getLong(int columnIndex) throws SQLException {
    return number(columnIndex);
  }

  @Override
  public final float getFloat(int columnIndex) throws SQLException {
    return NumberRange.toFloat(getDouble(columnIndex));
  }

  @Override
  public final double getDouble(int columnIndex) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    return wasNull ? 0 : readers[columnIndex - 1].toDouble(vector, position);
  }

  @Override
  public final BigDecimal getBigDecimal(int columnIndex) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    return wasNull ? null : readers[columnIndex - 1].toDecimal(vector, position);
  }

  @Override
  @Deprecated
  public final BigDecimal getBigDecimal(int columnIndex, int scale) throws SQLException {
    return scaled(columnIndex, scale);
  }

  @Override
  @Deprecated
  public final BigDecimal getBigDecimal(String columnLabel, int scale) throws SQLException {
    return scaled(findColumn(columnLabel), scale);
  }

  private BigDecimal scaled(int columnIndex, int scale) throws SQLException {
    BigDecimal value = getBigDecimal(columnIndex);
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  public final String getString(int columnIndex) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    if (wasNull) {
      return null;
    }
    String text = readers[columnIndex - 1].toText(vector, position);
    return text.length() > maxFieldSize && readers[columnIndex - 1].isString()
        ? text.substring(0, maxFieldSize)
        : text;
  }

  @Override
  public final byte[] getBytes(int columnIndex) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    if (wasNull) {
      return null;
    }
    byte[] bytes = readers[columnIndex - 1].toBytes(vector, position);
    return bytes.length > maxFieldSize ? Arrays.copyOf(bytes, maxFieldSize) : bytes;
  }

  @Override
  public final String getNString(int columnIndex) throws SQLException {
    return getString(columnIndex);
  }

  @Override
  public final InputStream getBinaryStream(int columnIndex) throws SQLException {
    byte[] bytes = getBytes(columnIndex);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  @Override
  public final InputStream getAsciiStream(int columnIndex) throws SQLException {
    return stream(columnIndex, StandardCharsets.UTF_8);
  }

  @Override
  @Deprecated
  public final InputStream getUnicodeStream(int columnIndex) throws SQLException {
    return stream(columnIndex, StandardCharsets.UTF_16BE);
  }

  @Override
  @Deprecated
  public final InputStream getUnicodeStream(String columnLabel) throws SQLException {
    return stream(findColumn(columnLabel), StandardCharsets.UTF_16BE);
  }

  private InputStream stream(int columnIndex, Charset charset) throws SQLException {
    String text = getString(columnIndex);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(charset));
  }

  @Override
  public final Reader getCharacterStream(int columnIndex) throws SQLException {
    String text = getString(columnIndex);
    return text == null ? null : new StringReader(text);
  }

  @Override
  public final Reader getNCharacterStream(int columnIndex) throws SQLException {
    return getCharacterStream(columnIndex);
  }

  @Override
  public final Blob getBlob(int columnIndex) throws SQLException {
    byte[] bytes = getBytes(columnIndex);
    return bytes == null ? null : new MemoryBlob(bytes);
  }

  @Override
  public final Clob getClob(int columnIndex) throws SQLException {
    return getNClob(columnIndex);
  }

  @Override
  public final NClob getNClob(int columnIndex) throws SQLException {
    String text = getString(columnIndex);
    return text == null ? null : new MemoryClob(text);
  }

  @Override
  public final Array getArray(int columnIndex) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.Array");
  }

  @Override
  public final Ref getRef(int columnIndex) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.Ref");
  }

  @Override
  public final RowId getRowId(int columnIndex) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.RowId");
  }

  @Override
  public final SQLXML getSQLXML(int columnIndex) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.SQLXML");
  }
}
