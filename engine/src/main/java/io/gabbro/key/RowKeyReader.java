package io.gabbro.key;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.List;

/**
 * Decodes keys of a {@link RowKeyCodec}, a block at a time: {@link #begin} checks all of them once,
 * then {@link #decode} runs one unchecked loop a part. Not thread-safe.
 *
 * <p>The start of a part is a known distance behind the end of the last part of variable width
 * before it, or behind the start of the key; only the ends of parts of variable width are kept.
 */
public final class RowKeyReader {
  private static final int KEY_START = -1;

  private final int prefixLength;
  private final List<RowKeyCodec.Part> parts;
  private final PartCodec[] codecs;
  private final boolean[] nullable;

  /** For each part, the part whose ends it counts from, or {@link #KEY_START}. */
  private final int[] bases;

  /** For each part, its distance from there. */
  private final int[] shifts;

  /** For each part of variable width, where the values of the block end. */
  private final int[][] ends;

  /** The length of every key, or {@link PartCodec#VARIABLE}. */
  private final int fixedLength;

  private final Selection present = new Selection(0);
  private byte[] keys;
  private int[] offsets;

  /** Hears of keys that do not decode. */
  @FunctionalInterface
  public interface BadKeyListener {
    /**
     * A key of the block does not decode.
     *
     * @param row its row in the block
     * @param problem what is wrong with it, for the user
     */
    void badKey(int row, String problem);
  }

  RowKeyReader(
      int prefixLength, List<RowKeyCodec.Part> parts, PartCodec[] codecs, boolean[] nullable) {
    this.prefixLength = prefixLength;
    this.parts = parts;
    this.codecs = codecs;
    this.nullable = nullable;
    bases = new int[codecs.length];
    shifts = new int[codecs.length];
    ends = new int[codecs.length][];
    int base = KEY_START;
    int shift = prefixLength;
    boolean needsCheck = false;
    for (int part = 0; part < codecs.length; part++) {
      bases[part] = base;
      shifts[part] = shift;
      if (isVariable(part)) {
        ends[part] = new int[0];
        base = part;
        shift = 0;
      } else {
        shift += codecs[part].fixedWidth();
      }
      needsCheck |= codecs[part].refusesSome();
    }
    fixedLength = base == KEY_START && !needsCheck ? shift : PartCodec.VARIABLE;
  }

  private boolean isVariable(int part) {
    return codecs[part].fixedWidth() == PartCodec.VARIABLE || nullable[part];
  }

  /**
   * Starts a block of keys and checks them; the prefix is not compared. The arrays must not change
   * until the next call.
   *
   * @param blockKeys all keys
   * @param keyOffsets key {@code r} lies from {@code [r]} to {@code [r + 1]}
   * @param listener is told of keys that do not decode; these must not be decoded afterwards
   */
  public void begin(byte[] blockKeys, int[] keyOffsets, int rows, BadKeyListener listener) {
    keys = blockKeys;
    offsets = keyOffsets;
    if (fixedLength >= 0) {
      for (int row = 0; row < rows; row++) {
        if (keyOffsets[row + 1] - keyOffsets[row] != fixedLength) {
          int length = keyOffsets[row + 1] - keyOffsets[row];
          listener.badKey(row, "it has " + length + " bytes instead of " + fixedLength);
        }
      }
      return;
    }
    for (int part = 0; part < ends.length; part++) {
      if (ends[part] != null && ends[part].length < rows) {
        ends[part] = new int[Math.max(rows, 2 * ends[part].length)];
      }
    }
    for (int row = 0; row < rows; row++) {
      check(row, listener);
    }
  }

  private void check(int row, BadKeyListener listener) {
    int limit = offsets[row + 1];
    int at = offsets[row] + prefixLength;
    for (int part = 0; part < codecs.length; part++) {
      at = at > limit ? -1 : end(part, at, limit);
      if (at < 0) {
        listener.badKey(row, "part " + (part + 1) + " is no " + parts.get(part).type());
        return;
      }
      if (ends[part] != null) {
        ends[part][row] = at;
      }
    }
    if (at != limit) {
      listener.badKey(row, (limit - at) + " bytes follow its last part");
    }
  }

  private int end(int part, int start, int limit) {
    if (!nullable[part]) {
      return codecs[part].end(keys, start, limit);
    }
    if (start == limit) {
      return -1;
    }
    return switch (marker(part, start)) {
      case RowKeyCodec.VALUE_MARKER -> codecs[part].end(keys, start + 1, limit);
      case RowKeyCodec.NULL_MARKER -> start + 1;
      default -> -1;
    };
  }

  private int marker(int part, int at) {
    return (keys[at] ^ (parts.get(part).descending() ? 0xFF : 0)) & 0xFF;
  }

  /**
   * Decodes a part for the selected rows, each to its row in {@code target}, which is reset and
   * grown as needed. A vector of bytes may share the array of keys.
   */
  public void decode(int part, Selection rows, ColumnVector target) {
    target.reset();
    target.ensureCapacity(rows.end());
    int[] starts = bases[part] == KEY_START ? offsets : ends[bases[part]];
    int shift = shifts[part];
    if (nullable[part]) {
      selectPresent(part, starts, shift, rows, target);
      codecs[part].decode(keys, starts, shift + 1, ends[part], present, target);
    } else {
      codecs[part].decode(keys, starts, shift, ends[part], rows, target);
    }
  }

  private void selectPresent(
      int part, int[] starts, int shift, Selection rows, ColumnVector target) {
    int[] positions = present.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (marker(part, starts[row] + shift) == RowKeyCodec.NULL_MARKER) {
        target.setNull(row);
      } else {
        positions[count++] = row;
      }
    }
    present.setCount(count);
  }
}
