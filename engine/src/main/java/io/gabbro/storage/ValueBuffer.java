package io.gabbro.storage;

import java.util.Arrays;

/**
 * A byte array that grows and is used again: the target of {@link Database#get}. Not thread-safe.
 */
public final class ValueBuffer {
  private byte[] bytes;
  private int length;

  /** An empty buffer of some capacity. */
  public ValueBuffer() {
    bytes = new byte[512];
  }

  /** The array; only the first {@link #length()} bytes count. It changes when the buffer grows. */
  public byte[] bytes() {
    return bytes;
  }

  /** The number of bytes in use. */
  public int length() {
    return length;
  }

  /** Makes the array at least {@code capacity} bytes long; its content is lost. */
  public byte[] reserve(int capacity) {
    if (bytes.length < capacity) {
      bytes = new byte[Math.max(capacity, bytes.length * 2)];
    }
    return bytes;
  }

  /** Says how many bytes of {@link #bytes()} are in use. */
  public void setLength(int newLength) {
    length = newLength;
  }

  /** Replaces the content. */
  public void set(byte[] source, int offset, int count) {
    System.arraycopy(source, offset, reserve(count), 0, count);
    length = count;
  }

  /** A copy of the content. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
