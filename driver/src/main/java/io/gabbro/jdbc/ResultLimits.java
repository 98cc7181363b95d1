package io.gabbro.jdbc;

/**
 * What a statement sets for its results.
 *
 * @param maxRows the greatest number of rows; 0 for all
 * @param maxFieldSize the greatest length of strings; 0 for all
 * @param fetchSize the hint
 */
record ResultLimits(long maxRows, int maxFieldSize, int fetchSize) {
  static final ResultLimits NONE = new ResultLimits(0, 0, 0);
}
