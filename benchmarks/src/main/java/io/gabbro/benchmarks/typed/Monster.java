package io.gabbro.benchmarks.typed;

import com.google.flatbuffers.FlatBufferBuilder;
import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;

/** {@code table Monster { hp: short = 100; name: string; }}, as the FlatBuffers compiler has it. */
public final class Monster extends Table {
  private static final short DEFAULT_HP = 100;

  /** The root of a finished buffer. */
  public static Monster getRootAsMonster(ByteBuffer buffer) {
    Monster monster = new Monster();
    monster.__reset(buffer.getInt(buffer.position()) + buffer.position(), buffer);
    return monster;
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

  /** A finished buffer. */
  public static byte[] bytes(int hp, String name) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int nameOffset = builder.createString(name);
    builder.startTable(2);
    builder.addOffset(1, nameOffset, 0);
    builder.addShort(0, (short) hp, DEFAULT_HP);
    builder.finish(builder.endTable());
    return builder.sizedByteArray();
  }
}
