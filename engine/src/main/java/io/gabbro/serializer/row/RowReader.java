package io.gabbro.serializer.row;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.serializer.RowDecoder.BadRowListener;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes columns from blocks of rows, which may have different layouts: {@link #begin} checks all
 * rows once, then {@link #decode} runs one unchecked loop a column, or one a column and layout
 * where a block has several. Not thread-safe.
 */
public final class RowReader {
  private final LayoutReader[] layouts;
  private final ColumnVector[] missing;
  private final Selection ofOneLayout = new Selection(0);
  private final BytesVector scratch = new BytesVector(0);
  private byte[] data;
  private int[] offsets;

  /** The layout of each row; valid only where a block has several. */
  private int[] layoutOfRow = new int[0];

  /** The layout of every row, while {@link #mixed} is false. */
  private int commonLayout;

  private boolean mixed;

  /**
   * A reader.
   *
   * @param mappings the layouts that rows may have, with different versions
   * @param tableColumns the number of columns of the table
   * @param missing for each of them a vector whose row 0 is the value in rows whose layout lacks
   *     it; null for NULL
   */
  public RowReader(List<RowMapping> mappings, int tableColumns, ColumnVector[] missing) {
    this.missing = missing;
    layouts =
        mappings.stream()
            .map(mapping -> new LayoutReader(mapping, tableColumns, missing))
            .toArray(LayoutReader[]::new);
  }

  /**
   * Starts a block of rows and checks them. The arrays must not change until the next call.
   *
   * @param rowData all rows
   * @param rowOffsets row {@code r} lies from {@code [r]} to {@code [r + 1]}
   * @param listener is told of rows that do not decode; these must not be decoded afterwards
   */
  public void begin(byte[] rowData, int[] rowOffsets, int rows, BadRowListener listener) {
    data = rowData;
    offsets = rowOffsets;
    mixed = false;
    commonLayout = 0;
    for (LayoutReader layout : layouts) {
      layout.begin();
    }
    int current = -1;
    for (int row = 0; row < rows; row++) {
      int start = rowOffsets[row];
      int end = rowOffsets[row + 1];
      if (end - start < RowLayout.NULLS) {
        listener.badRow(row, "it is cut off: " + (end - start) + " bytes");
        continue;
      }
      int version = LittleEndian.getShort(rowData, start) & RowLayout.MAX_VERSION;
      int layout = layoutOf(version, current);
      if (layout < 0) {
        listener.badRow(row, "it has the unknown schema version " + version);
        continue;
      }
      String problem = layouts[layout].check(rowData, start, end);
      if (problem != null) {
        listener.badRow(row, problem);
        continue;
      }
      if (layout != current) {
        changeLayout(current, layout, row, rows);
        current = layout;
      }
      if (mixed) {
        layoutOfRow[row] = layout;
      }
    }
  }

  private int layoutOf(int version, int guess) {
    if (guess >= 0 && layouts[guess].version() == version) {
      return guess;
    }
    for (int layout = 0; layout < layouts.length; layout++) {
      if (layouts[layout].version() == version) {
        return layout;
      }
    }
    return -1;
  }

  private void changeLayout(int from, int to, int row, int rows) {
    if (from < 0) {
      commonLayout = to;
    } else if (!mixed) {
      mixed = true;
      if (layoutOfRow.length < rows) {
        layoutOfRow = new int[Math.max(rows, 2 * layoutOfRow.length)];
      }
      Arrays.fill(layoutOfRow, 0, row, from);
    }
  }

  /**
   * Decodes a column of the table for the selected rows, each to its row in {@code target}, which
   * is reset and grown as needed. Vectors of bytes may share the array of {@link #begin}.
   */
  public void decode(int column, Selection rows, ColumnVector target) {
    target.reset();
    target.ensureCapacity(rows.end());
    if (!mixed) {
      layouts[commonLayout].decode(data, offsets, column, rows, target);
      return;
    }
    boolean copies = target instanceof BytesVector && missing[column] != null;
    for (int layout = 0; layout < layouts.length; layout++) {
      selectLayout(layout, rows);
      if (copies && layouts[layout].has(column)) {
        copy(layout, column, target);
      } else if (ofOneLayout.count() > 0) {
        layouts[layout].decode(data, offsets, column, ofOneLayout, target);
      }
    }
  }

  private void selectLayout(int layout, Selection rows) {
    int[] positions = ofOneLayout.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (layoutOfRow[row] == layout) {
        positions[count++] = row;
      }
    }
    ofOneLayout.setCount(count);
  }

  /** Decodes without sharing, because other rows of the column get a value from elsewhere. */
  private void copy(int layout, int column, ColumnVector target) {
    scratch.reset();
    scratch.ensureCapacity(ofOneLayout.end());
    layouts[layout].decode(data, offsets, column, ofOneLayout, scratch);
    for (int index = 0; index < ofOneLayout.count(); index++) {
      int row = ofOneLayout.position(index);
      target.copyRow(row, scratch, row);
    }
  }
}
