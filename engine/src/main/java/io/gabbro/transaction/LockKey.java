package io.gabbro.transaction;

import java.util.Arrays;

/** A key of a column family, as a key of hash maps. */
final class LockKey {
  private final int family;
  private final byte[] key;
  private final int hash;

  /** Keeps {@code key}, which must not change. */
  LockKey(int family, byte[] key) {
    this.family = family;
    this.key = key;
    hash = 31 * Arrays.hashCode(key) + family;
  }

  byte[] key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LockKey that
        && hash == that.hash
        && family == that.family
        && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
