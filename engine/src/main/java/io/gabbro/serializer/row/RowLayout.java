package io.gabbro.serializer.row;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;

/**
 * Where the columns lie in the rows of one schema version. Immutable and thread-safe.
 *
 * <pre>
 * row      := version (2 bytes) flags (1 byte) nulls fixed offsets variable
 * nulls    := a bit a column, lowest first, set where it is NULL, in whole bytes
 * fixed    := the columns of fixed width in their order; zeros where one is NULL
 * offsets  := for each other column in their order where it ends, counted from the start of
 *             variable: 2 bytes each, or 4 if flag 01 is set
 * variable := the bytes of these columns, one behind the other; none for one that is NULL
 * </pre>
 *
 * All numbers lie least significant byte first. A row ends where {@code variable} does.
 */
public final class RowLayout {
  /** The greatest version. */
  public static final int MAX_VERSION = 0xFFFF;

  static final int FLAGS = 2;
  static final int NULLS = 3;
  static final int WIDE = 1;
  static final int MAX_NARROW_BYTES = 0xFFFF;

  private final int version;
  private final List<SqlType> columns;
  private final FixedField[] fields;
  private final int[] places;
  private final int offsetsStart;
  private final int variableColumns;

  /**
   * A layout.
   *
   * @param version the number that its rows start with, 0 to {@link #MAX_VERSION}
   * @param columns the types of its columns; neither NULL nor INTERVAL
   */
  public RowLayout(int version, List<SqlType> columns) {
    if (version < 0 || version > MAX_VERSION) {
      throw new IllegalArgumentException("schema version " + version);
    }
    this.version = version;
    this.columns = List.copyOf(columns);
    fields = new FixedField[columns.size()];
    places = new int[columns.size()];
    int fixed = NULLS + (columns.size() + 7) / 8;
    int variable = 0;
    for (int column = 0; column < fields.length; column++) {
      SqlType type = columns.get(column);
      if (isVariable(type)) {
        places[column] = variable++;
      } else {
        fields[column] = FixedField.of(type);
        places[column] = fixed;
        fixed += fields[column].width();
      }
    }
    offsetsStart = fixed;
    variableColumns = variable;
  }

  private static boolean isVariable(SqlType type) {
    return type.kind().isCharacter() || type.kind() == TypeKind.VARBINARY;
  }

  /** The number that its rows start with. */
  public int version() {
    return version;
  }

  /** The types of its columns. */
  public List<SqlType> columns() {
    return columns;
  }

  /** How a column's values are written; null for one of variable width. */
  FixedField field(int column) {
    return fields[column];
  }

  /**
   * For a column of fixed width where it starts, counted from the start of the row; for others
   * which one of them it is.
   */
  int place(int column) {
    return places[column];
  }

  /** The number of columns of variable width. */
  int variableColumns() {
    return variableColumns;
  }

  /** Where the offsets start. */
  int offsetsStart() {
    return offsetsStart;
  }

  /** Where the variable part starts. */
  int variableStart(boolean wide) {
    return offsetsStart + variableColumns * (wide ? Integer.BYTES : Short.BYTES);
  }
}
