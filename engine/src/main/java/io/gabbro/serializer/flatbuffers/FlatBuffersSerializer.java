package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.Table;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueSerializer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Function;

/**
 * FlatBuffers: the bytes of a finished buffer, stored as they are. A value is the accessor of the
 * root table over these bytes; its fields are read when they are asked for.
 *
 * <p>Only the place of the root table is checked. A corrupt buffer whose root is in order gives
 * wrong fields or throws when they are read, but no read leaves the value.
 *
 * @param <V> the class of the root table
 */
public final class FlatBuffersSerializer<V extends Table> implements ValueSerializer<V> {
  /** The name of serializers that get no other. */
  public static final String NAME = "flatbuffers";

  private static final int MIN_LENGTH = 12;

  private final String name;
  private final Class<V> type;
  private final Function<ByteBuffer, V> root;

  /**
   * A serializer with the name {@value #NAME}.
   *
   * @param type the class of the root table
   * @param root its generated method {@code getRootAs…}
   */
  public FlatBuffersSerializer(Class<V> type, Function<ByteBuffer, V> root) {
    this(NAME, type, root);
  }

  /** A serializer with another name. */
  public FlatBuffersSerializer(String name, Class<V> type, Function<ByteBuffer, V> root) {
    this.name = name;
    this.type = type;
    this.root = root;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<V> type() {
    return type;
  }

  /**
   * Appends the finished buffer that a root table reads.
   *
   * @param value the root of its buffer, which reaches from position to limit
   */
  @Override
  public void serialize(V value, ByteBuilder target) {
    ByteBuffer buffer = value.getByteBuffer().duplicate();
    checkRoot(buffer.slice().order(ByteOrder.LITTLE_ENDIAN));
    int at = target.length();
    int length = buffer.remaining();
    target.setLength(at + length);
    buffer.get(target.bytes(), at, length);
  }

  @Override
  public V deserialize(byte[] bytes, int offset, int length) {
    return view(ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length)));
  }

  @Override
  public boolean readsInPlace() {
    return true;
  }

  @Override
  public V view(ByteBuffer bytes) {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    checkRoot(bytes);
    return root.apply(bytes);
  }

  /** Checks that the root table and its vtable lie in the buffer. */
  private static void checkRoot(ByteBuffer bytes) {
    int length = bytes.limit();
    if (length < MIN_LENGTH) {
      throw corrupt("it has " + length + " bytes");
    }
    int table = bytes.getInt(0);
    if (table < Integer.BYTES || table > length - Integer.BYTES) {
      throw corrupt("its root table is at byte " + Integer.toUnsignedString(table));
    }
    long vtable = (long) table - bytes.getInt(table);
    if (vtable < 0 || vtable > length - Integer.BYTES) {
      throw corrupt("the vtable of its root is at byte " + vtable);
    }
    int vtableLength = bytes.getShort((int) vtable) & 0xFFFF;
    int tableLength = bytes.getShort((int) vtable + Short.BYTES) & 0xFFFF;
    if (vtable + vtableLength > length || table + (long) tableLength > length) {
      throw corrupt("its root table leaves the buffer");
    }
  }

  private static GabbroException corrupt(String problem) {
    return new GabbroException(ErrorCode.SERIALIZATION, "the value is no FlatBuffer: " + problem);
  }
}
