package io.gabbro.serializer.foryrow;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.List;
import java.util.Map;

/** Builds rows from columns, and changes rows. */
final class ForyRowWriter implements ValueWriter {
  private static final Selection ONE_ROW = Selection.ofAll(1);

  private final List<RowColumn> columns;
  private final RowNode tree;
  private final byte[] prefix;
  private final ForyRowReader reader;
  private final ColumnVector[] before;
  private final boolean[] changed;
  private ColumnVector[] vectors;
  private int row;
  private byte[] old;
  private RowBuilder rows;

  ForyRowWriter(List<RowColumn> columns, RowNode tree, byte[] prefix) {
    this.columns = columns;
    this.tree = tree;
    this.prefix = prefix;
    reader = new ForyRowReader(columns, prefix);
    before =
        columns.stream()
            .map(column -> ColumnVector.allocate(column.type().vectorKind(), 1))
            .toArray(ColumnVector[]::new);
    changed = new boolean[before.length];
  }

  @Override
  public void write(ColumnVector[] fields, int sourceRow, ByteBuilder target) {
    vectors = fields;
    row = sourceRow;
    rows = new RowBuilder(target);
    target.put(prefix);
    create(tree);
  }

  @Override
  public void rewrite(
      ColumnVector[] fields,
      int sourceRow,
      byte[] oldBytes,
      int offset,
      int length,
      ByteBuilder target) {
    vectors = fields;
    row = sourceRow;
    old = oldBytes;
    rows = new RowBuilder(target);
    if (findChanges(offset, length)) {
      target.put(prefix);
      change(tree, offset + prefix.length, length - prefix.length);
    } else {
      target.put(oldBytes, offset, length);
    }
  }

  private boolean findChanges(int offset, int length) {
    int[] offsets = {offset, offset + length};
    reader.begin(
        old,
        offsets,
        1,
        (bad, problem) -> {
          throw new GabbroException(ErrorCode.SERIALIZATION, problem);
        });
    boolean any = false;
    for (int number = 0; number < before.length; number++) {
      reader.decode(number, ONE_ROW, before[number]);
      changed[number] = !before[number].isSame(0, vectors[number], row);
      any |= changed[number];
    }
    return any;
  }

  private void create(RowNode node) {
    ForyRowSchema schema = node.schema();
    int start = rows.startRow(schema);
    for (int ordinal = 0; ordinal < schema.fields().size(); ordinal++) {
      Integer leaf = node.leaves().get(ordinal);
      RowNode child = node.children().get(ordinal);
      if (leaf != null) {
        put(leaf, schema, start, ordinal);
      } else if (child != null && !isNull(child)) {
        int at = rows.target().length();
        create(child);
        rows.putRegion(RowBuilder.place(schema, start, ordinal), start, at);
      } else if (schema.fields().get(ordinal).nullable()) {
        rows.setNull(start, ordinal);
      }
    }
  }

  private void change(RowNode node, int oldStart, int oldLength) {
    ForyRowSchema schema = node.schema();
    if (oldLength < schema.fixedBytes()) {
      throw ForyRowCells.corrupt("a row in it is cut off");
    }
    int start = rows.startRow(schema);
    for (int ordinal = 0; ordinal < schema.fields().size(); ordinal++) {
      Integer leaf = node.leaves().get(ordinal);
      RowNode child = node.children().get(ordinal);
      if (leaf != null && changed[leaf]) {
        put(leaf, schema, start, ordinal);
      } else if (child != null && isChanged(child)) {
        changePart(child, schema, start, ordinal, oldStart, oldLength);
      } else {
        copy(schema, start, ordinal, oldStart, oldLength);
      }
    }
  }

  private void changePart(
      RowNode child, ForyRowSchema schema, int start, int ordinal, int oldStart, int oldLength) {
    boolean isNull = isNull(child);
    boolean wasNull = isNull(oldStart, ordinal);
    if (isNull && (wasNull || child.isComplete())) {
      rows.setNull(start, ordinal);
      return;
    }
    int at = rows.target().length();
    if (wasNull) {
      create(child);
    } else {
      long region = region(schema, ordinal, oldStart, oldLength);
      change(child, (int) (region >> 32), (int) region);
    }
    rows.putRegion(RowBuilder.place(schema, start, ordinal), start, at);
  }

  /** Copies a field of the old row; rows, arrays and maps do not depend on their place. */
  private void copy(ForyRowSchema schema, int start, int ordinal, int oldStart, int oldLength) {
    int place = RowBuilder.place(schema, start, ordinal);
    if (isNull(oldStart, ordinal)) {
      rows.setNull(start, ordinal);
    } else if (schema.fields().get(ordinal).type().width() > 0) {
      long slot = LittleEndian.getLong(old, RowBuilder.place(schema, oldStart, ordinal));
      rows.putNumber(place, Long.BYTES, slot);
    } else {
      long region = region(schema, ordinal, oldStart, oldLength);
      rows.putBytes(place, start, old, (int) (region >> 32), (int) region);
    }
  }

  private boolean isNull(int oldStart, int ordinal) {
    return (old[oldStart + (ordinal >> 3)] >> (ordinal & 7) & 1) != 0;
  }

  /** Start and length of the bytes of a value of the old row. */
  private long region(ForyRowSchema schema, int ordinal, int oldStart, int oldLength) {
    long slot = LittleEndian.getLong(old, RowBuilder.place(schema, oldStart, ordinal));
    long offset = slot >>> 32;
    long size = slot & 0xFFFF_FFFFL;
    if (offset + size > oldLength) {
      throw ForyRowCells.corrupt(size + " bytes from byte " + offset + " leave it");
    }
    return (oldStart + offset) << 32 | size;
  }

  private boolean isNull(RowNode node) {
    return node.leaves().values().stream().allMatch(number -> vectors[number].isNull(row))
        && node.children().values().stream().allMatch(this::isNull);
  }

  private boolean isChanged(RowNode node) {
    for (Map.Entry<Integer, Integer> leaf : node.leaves().entrySet()) {
      if (changed[leaf.getValue()]) {
        return true;
      }
    }
    return node.children().values().stream().anyMatch(this::isChanged);
  }

  private void put(int number, ForyRowSchema schema, int start, int ordinal) {
    RowColumn column = columns.get(number);
    if (!vectors[number].isNull(row)) {
      new CellWriter(rows, column).put(vectors[number], row, start, ordinal);
    } else if (schema.fields().get(ordinal).nullable()) {
      rows.setNull(start, ordinal);
    } else {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, "field \"" + column.field().path() + "\" cannot be NULL");
    }
  }
}
