package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;

/** A monster with all of its fields, as code that the FlatBuffers compiler generates builds it. */
final class MonsterBytes {
  private static final int FIELDS = 30;

  private MonsterBytes() {}

  static byte[] full() {
    FlatBufferBuilder builder = new FlatBufferBuilder(16);
    int name = builder.createString("Örc \"1\"\n");
    int sword = weapon(builder, "sword", 3);
    int axe = weapon(builder, "axe", 7);
    int weapons = builder.createVectorOfTables(new int[] {sword, axe});
    int own = weapon(builder, "bow", 12);
    int shield = shield(builder);
    int inventory = builder.createByteVector(new byte[] {1, 2, (byte) 0xFF});
    builder.startVector(12, 2, 4);
    vec3(builder, 4, 5, 6);
    vec3(builder, 1, 2, 3);
    int path = builder.endVector();
    int first = builder.createString("a");
    int second = builder.createString("b\\");
    int names = builder.createVectorOfTables(new int[] {first, second});
    builder.startVector(8, 2, 8);
    builder.addLong(Long.MAX_VALUE);
    builder.addLong(-1);
    int scores = builder.endVector();
    int colors = builder.createByteVector(new byte[] {-1, 0, 5, 9});
    int[] loot = loot(builder, axe, first);
    builder.startVector(4, 3, 4);
    builder.addFloat(0.1f);
    builder.addFloat(Float.NEGATIVE_INFINITY);
    builder.addFloat(Float.NaN);
    int ratios = builder.endVector();
    int flags = builder.createByteVector(new byte[] {1, 0});
    builder.startTable(FIELDS);
    builder.addLong(17, 123, -1);
    builder.addDouble(22, 0.25, 0.5);
    builder.addLong(21, Long.MIN_VALUE, 0);
    box(builder);
    builder.slot(24);
    vec3(builder, 1.5f, -2, 0);
    builder.slot(0);
    builder.addShort(1, (short) -5, 150);
    builder.addOffset(3, name, 0);
    builder.addInt(4, 99, 0);
    builder.addOffset(5, inventory, 0);
    builder.addByte(6, (byte) -1, 5);
    builder.addOffset(7, weapons, 0);
    builder.addOffset(8, own, 0);
    builder.addByte(9, (byte) 2, 0);
    builder.addOffset(10, shield, 0);
    builder.addOffset(11, path, 0);
    builder.addOffset(12, names, 0);
    builder.addOffset(13, scores, 0);
    builder.addOffset(14, colors, 0);
    builder.addBoolean(15, false, true);
    builder.addInt(16, 0, 1);
    builder.addByte(18, (byte) 127, -3);
    builder.addShort(19, (short) 65_535, 0);
    builder.addInt(20, -1, 0);
    builder.addFloat(23, -0.5f, 0);
    builder.addOffset(25, loot[0], 0);
    builder.addOffset(26, loot[1], 0);
    builder.addOffset(27, ratios, 0);
    builder.addOffset(28, flags, 0);
    builder.finish(builder.endTable());
    return builder.sizedByteArray();
  }

  /** A monster without fields. */
  static byte[] empty() {
    FlatBufferBuilder builder = new FlatBufferBuilder(16);
    builder.startTable(FIELDS);
    builder.finish(builder.endTable());
    return builder.sizedByteArray();
  }

  /** A monster with two generations of friends. */
  static byte[] friends() {
    FlatBufferBuilder builder = new FlatBufferBuilder(16);
    int friend = 0;
    for (int generation = 0; generation < 3; generation++) {
      int name = builder.createString("friend " + generation);
      int weapons = builder.createVectorOfTables(new int[] {weapon(builder, "knife", generation)});
      builder.startTable(FIELDS);
      builder.addOffset(3, name, 0);
      builder.addOffset(7, weapons, 0);
      builder.addOffset(29, friend, 0);
      friend = builder.endTable();
    }
    builder.finish(friend);
    return builder.sizedByteArray();
  }

  static void vec3(FlatBufferBuilder builder, float x, float y, float z) {
    builder.prep(4, 12);
    builder.putFloat(z);
    builder.putFloat(y);
    builder.putFloat(x);
  }

  /** A box: id 0, low 4, corners 16, volume 24. */
  private static void box(FlatBufferBuilder builder) {
    builder.prep(8, 32);
    builder.putDouble(1e15);
    builder.pad(2);
    builder.putShort((short) -3);
    builder.putShort((short) 2);
    builder.putShort((short) 1);
    builder.putFloat(9);
    builder.putFloat(8);
    builder.putFloat(7);
    builder.pad(3);
    builder.putByte((byte) 200);
  }

  static int weapon(FlatBufferBuilder builder, String name, int damage) {
    int text = builder.createString(name);
    builder.startTable(2);
    builder.addOffset(0, text, 0);
    builder.addShort(1, (short) damage, 7);
    return builder.endTable();
  }

  private static int shield(FlatBufferBuilder builder) {
    int name = builder.createString("smith");
    builder.startTable(FIELDS);
    builder.addOffset(3, name, 0);
    int owner = builder.endTable();
    builder.startTable(2);
    builder.addOffset(1, owner, 0);
    builder.addInt(0, 40, 1);
    return builder.endTable();
  }

  /** The types and values of a vector of unions. */
  private static int[] loot(FlatBufferBuilder builder, int weapon, int text) {
    vec3(builder, 0, 0, 1);
    int place = builder.offset();
    int types = builder.createByteVector(new byte[] {1, 3, 4});
    int values = builder.createVectorOfTables(new int[] {weapon, place, text});
    return new int[] {types, values};
  }
}
