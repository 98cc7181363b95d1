package io.gabbro.column.segment;

import java.util.List;

/** How the values of a segment lie in memory. NULLs are kept beside them. */
public enum Encoding {
  /** All values are the same one, or all are NULL. */
  CONSTANT,
  /** A value and the row of its start for each run of equal values. */
  RUN_LENGTH,
  /** The distinct values in ascending order, and a code of one or two bytes a row. */
  DICTIONARY,
  /** The least value, and what each value has more than it, in one, two or four bytes a row. */
  FRAME_OF_REFERENCE,
  /** Ascending words as differences, or only as their start and step. */
  DELTA,
  /** The values one after another. */
  PLAIN;

  /** The encodings at their codes in the persistent form: append, never reorder. */
  private static final List<Encoding> BY_CODE =
      List.of(CONSTANT, RUN_LENGTH, DICTIONARY, FRAME_OF_REFERENCE, DELTA, PLAIN);

  int code() {
    return BY_CODE.indexOf(this);
  }

  /** The encoding of a code, null when there is none. */
  static Encoding ofCode(int code) {
    return code < BY_CODE.size() ? BY_CODE.get(code) : null;
  }
}
