package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.util.Collections;
import java.util.List;

/**
 * Keys of several columns as bytes whose unsigned order is the order of the columns' values, as
 * {@link ColumnVector#compare} defines it, one column after the other. Immutable and thread-safe.
 *
 * <p>A key is a prefix and then its parts. A nullable part starts with a marker, 00 for a value and
 * 01 for NULL, so that NULL is last in ascending order and first in descending order; the value
 * follows the former. A descending part has all of its bytes inverted, the marker too.
 */
public final class RowKeyCodec {
  static final int VALUE_MARKER = 0;
  static final int NULL_MARKER = 1;

  private final byte[] prefix;
  private final List<Part> parts;
  private final PartCodec[] codecs;
  private final boolean[] nullable;

  /**
   * A column of a key.
   *
   * @param type its type; neither NULL nor INTERVAL
   * @param descending whether keys lie in descending order of it
   * @param nullable whether it can be NULL
   */
  public record Part(SqlType type, boolean descending, boolean nullable) {}

  /**
   * A codec.
   *
   * @param prefix what every key starts with
   * @param parts the columns
   * @throws IllegalArgumentException when values of a type have no place in keys
   */
  public RowKeyCodec(byte[] prefix, List<Part> parts) {
    this(prefix, parts, Collections.nCopies(parts.size(), KeyEncoding.ORDERED));
  }

  private RowKeyCodec(byte[] prefix, List<Part> parts, List<KeyEncoding> encodings) {
    this.prefix = prefix.clone();
    this.parts = List.copyOf(parts);
    codecs = new PartCodec[parts.size()];
    nullable = new boolean[parts.size()];
    for (int index = 0; index < codecs.length; index++) {
      Part part = parts.get(index);
      codecs[index] = encodings.get(index).codec(part.type(), part.descending());
      nullable[index] = part.nullable();
    }
  }

  /**
   * A codec of keys without prefix whose parts lie as others wrote them. Parts with an encoding
   * other than {@link KeyEncoding#ORDERED} are ascending and not nullable.
   *
   * @param encodings one a part, which suits its type
   */
  public static RowKeyCodec mapped(List<Part> parts, List<KeyEncoding> encodings) {
    return new RowKeyCodec(new byte[0], parts, encodings);
  }

  /** A copy of what every key starts with. */
  public byte[] prefix() {
    return prefix.clone();
  }

  /** The number of parts. */
  public int partCount() {
    return codecs.length;
  }

  /** The parts. */
  public List<Part> parts() {
    return parts;
  }

  /**
   * Whether keys can have the values of the first {@code count} parts; one that they cannot have is
   * less than all that they can.
   *
   * @param columns one vector a part; none of the values is NULL
   */
  public boolean accepts(ColumnVector[] columns, int count, int row) {
    for (int index = 0; index < count; index++) {
      if (!codecs[index].accepts(columns[index], row)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Appends a key.
   *
   * @param columns one vector a part
   * @param row the row of them
   * @throws IllegalArgumentException when a part is NULL that is not nullable
   */
  public void encode(ColumnVector[] columns, int row, ByteBuilder target) {
    encodePrefix(columns, codecs.length, row, target);
  }

  /** Appends the prefix and the first {@code count} parts of a key. */
  public void encodePrefix(ColumnVector[] columns, int count, int row, ByteBuilder target) {
    target.put(prefix, 0, prefix.length);
    for (int index = 0; index < count; index++) {
      ColumnVector column = columns[index];
      if (nullable[index]) {
        encodeNullable(index, column, row, target);
      } else if (column.isNull(row)) {
        throw new IllegalArgumentException("part " + (index + 1) + " of a key must not be NULL");
      } else {
        codecs[index].encode(column, row, target);
      }
    }
  }

  private void encodeNullable(int part, ColumnVector column, int row, ByteBuilder target) {
    int mask = parts.get(part).descending() ? 0xFF : 0;
    if (column.isNull(row)) {
      target.putByte(NULL_MARKER ^ mask);
    } else {
      target.putByte(VALUE_MARKER ^ mask);
      codecs[part].encode(column, row, target);
    }
  }

  /** A reader of such keys for one thread. */
  public RowKeyReader newReader() {
    return new RowKeyReader(prefix.length, parts, codecs, nullable);
  }
}
