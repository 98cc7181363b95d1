package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The accessor of {@code table Monster { hp: short = 100; name: string; friend: Monster; }}, as the
 * FlatBuffers compiler writes accessors.
 */
public final class Monster extends Table {
  private static final short DEFAULT_HP = 100;

  /** The root of a finished buffer. */
  public static Monster getRootAsMonster(ByteBuffer buffer) {
    buffer.order(ByteOrder.LITTLE_ENDIAN);
    return new Monster().assign(buffer.getInt(buffer.position()) + buffer.position(), buffer);
  }

  private Monster assign(int position, ByteBuffer buffer) {
    __reset(position, buffer);
    return this;
  }

  /** Hit points. */
  public short hp() {
    int offset = __offset(4);
    return offset != 0 ? bb.getShort(offset + bb_pos) : DEFAULT_HP;
  }

  /** The name; null where there is none. */
  public String name() {
    int offset = __offset(6);
    return offset != 0 ? __string(offset + bb_pos) : null;
  }

  /** A friend; null where there is none. */
  public Monster friend() {
    int offset = __offset(8);
    return offset != 0 ? new Monster().assign(__indirect(offset + bb_pos), bb) : null;
  }

  /** Adds a monster to a buffer. */
  public static int create(FlatBufferBuilder builder, int hp, String name, int friend) {
    int nameOffset = builder.createString(name);
    builder.startTable(3);
    builder.addOffset(2, friend, 0);
    builder.addOffset(1, nameOffset, 0);
    builder.addShort(0, (short) hp, DEFAULT_HP);
    return builder.endTable();
  }

  /** A finished buffer. */
  public static ByteBuffer buffer(int hp, String name, String friendName) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int friend = friendName == null ? 0 : create(builder, DEFAULT_HP, friendName, 0);
    builder.finish(create(builder, hp, name, friend));
    return builder.dataBuffer();
  }
}
