package io.gabbro.execution.write;

/**
 * What the rows of an INSERT into a mapped table hold as stored bytes, each in a column behind
 * those of the table.
 *
 * @param key whether there is {@code _key}; only with {@code _value}
 * @param value whether there is {@code _value}, behind {@code _key}
 */
public record StoredParts(boolean key, boolean value) {
  /** Columns only. */
  public static final StoredParts NONE = new StoredParts(false, false);
}
