package io.gabbro.function.math;

/** The ways to get rid of digits. */
enum RoundingMode {
  /** To the nearest; a NUMERIC half away from zero, a double half to the even. */
  NEAREST,
  /** Towards zero. */
  TRUNCATE,
  /** To the next one above. */
  CEILING,
  /** To the next one below. */
  FLOOR
}
