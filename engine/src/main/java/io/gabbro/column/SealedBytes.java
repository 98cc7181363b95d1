package io.gabbro.column;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** The values of entries in the store: a version, content, and a checksum of both. */
final class SealedBytes {
  private static final int VERSION = 1;

  private SealedBytes() {}

  /** Begins a value. */
  static ByteBuilder start() {
    ByteBuilder out = new ByteBuilder();
    out.putByte(VERSION);
    return out;
  }

  /** Ends a value. */
  static byte[] end(ByteBuilder out) {
    out.putIntLittle(checksum(out.bytes(), out.length()));
    return out.toByteArray();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  /**
   * Reads a value.
   *
   * @param reader gets the content, in little-endian order, and must read all of it
   * @throws GabbroException {@link ErrorCode#DATABASE_CORRUPTED} for anything else
   */
  static <T> T read(byte[] value, Function<ByteBuffer, T> reader) {
    int end = value.length - Integer.BYTES;
    if (end < 1 || value[0] != VERSION || checksum(value, end) != LittleEndian.getInt(value, end)) {
      throw damaged(null);
    }
    try {
      ByteBuffer content = ByteBuffer.wrap(value, 1, end - 1).order(ByteOrder.LITTLE_ENDIAN);
      T read = reader.apply(content);
      if (content.hasRemaining()) {
        throw damaged(null);
      }
      return read;
    } catch (BufferUnderflowException e) {
      throw damaged(e);
    }
  }

  /** An error for content that cannot be. */
  static GabbroException damaged(Throwable cause) {
    return GabbroException.causedBy(
        cause, ErrorCode.DATABASE_CORRUPTED, "an entry of column segments does not decode");
  }

  /** Some bytes behind their length. */
  static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[length(in, 1)];
    in.get(bytes);
    return bytes;
  }

  /** Appends bytes behind their length. */
  static void putBytes(ByteBuilder out, byte[] bytes) {
    out.putIntLittle(bytes.length);
    out.put(bytes);
  }

  /** A number of things of which all must be there. */
  static int length(ByteBuffer in, int width) {
    int count = in.getInt();
    if (count < 0 || (long) count * width > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return count;
  }
}
