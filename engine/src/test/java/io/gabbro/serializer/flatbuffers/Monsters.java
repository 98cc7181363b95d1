package io.gabbro.serializer.flatbuffers;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.RowDecoder.BadRowListener;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema with a field of each kind, and tables of it. */
final class Monsters {
  static final byte[] SCHEMA =
      new SchemaText()
          .struct("game.Vec3", "x:float", "y:float", "z:float")
          .struct("game.Box", "id:ubyte", "low:game.Vec3", "corners:[short:3]", "volume:double")
          .enumOf("game.Color", "byte", "Red=-1", "Green=0", "Blue=5")
          .union("game.Equipment", "game.Weapon", "game.Shield", "game.Vec3", "string")
          .table("game.Weapon", "name:string", "damage:short=7")
          .table("game.Shield", "armor:int=null", "owner:game.Monster")
          .table(
              "game.Monster",
              "pos:game.Vec3",
              "mana:short=150",
              "hp:short=100",
              "name:string",
              "old:int deprecated",
              "inventory:[ubyte]",
              "color:game.Color=Blue",
              "weapons:[game.Weapon]",
              "weapon:game.Weapon",
              "equipped:game.Equipment",
              "path:[game.Vec3]",
              "names:[string]",
              "scores:[long]",
              "colors:[game.Color]",
              "friendly:bool=true",
              "level:int=null",
              "big:ulong=18446744073709551615",
              "small:byte=-3",
              "wide:ushort",
              "count:uint",
              "total:long",
              "ratio:double=0.5",
              "speed:float",
              "box:game.Box",
              "loot:[game.Equipment]",
              "ratios:[float]",
              "flags:[bool]",
              "friend:game.Monster")
          .compile("game.Monster");

  private Monsters() {}

  static MappingOptions options(byte[] schema, String... namesAndTexts) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("schema_base64", Base64.getEncoder().encodeToString(schema));
    for (int index = 0; index < namesAndTexts.length; index += 2) {
      options.put(namesAndTexts[index], namesAndTexts[index + 1]);
    }
    return new MappingOptions(options);
  }

  static ValueField field(String path, SqlType type) {
    return new ValueField(path.replace('.', '_'), type, path, Optional.empty());
  }

  static ValueMapping map(byte[] schema, List<ValueField> fields, String... options) {
    return new FlatBufferTableSerializer().map(fields, options(schema, options));
  }

  static List<ValueField> fields(byte[] schema, String... options) {
    return new FlatBufferTableSerializer().fields(options(schema, options));
  }

  /** The fields of one value, as {@link Values} has them; its bytes lie between others. */
  static List<Object> read(
      ValueMapping mapping, List<ValueField> fields, byte[] value, BadRowListener listener) {
    byte[] block = new byte[value.length + 14];
    java.util.Arrays.fill(block, (byte) 0x55);
    System.arraycopy(value, 0, block, 7, value.length);
    return readAt(mapping, fields, block, 7, 7 + value.length, listener);
  }

  /** The fields of the value from {@code start} to {@code end}. */
  static List<Object> readAt(
      ValueMapping mapping,
      List<ValueField> fields,
      byte[] block,
      int start,
      int end,
      BadRowListener listener) {
    ValueReader reader = mapping.newReader();
    reader.begin(block, new int[] {start, end}, 1, listener);
    List<Object> values = new ArrayList<>();
    for (int index = 0; index < fields.size(); index++) {
      SqlType type = fields.get(index).type();
      ColumnVector target = ColumnVector.allocate(type.vectorKind(), 0);
      reader.decode(index, Selection.ofAll(1), target);
      values.add(Values.get(type, target, 0));
    }
    return values;
  }

  /** The fields of a value that is in order. */
  static List<Object> read(ValueMapping mapping, List<ValueField> fields, byte[] value) {
    return read(
        mapping,
        fields,
        value,
        (row, problem) -> {
          throw new AssertionError(problem);
        });
  }

  static ColumnVector[] columns(List<ValueField> fields, List<?> values) {
    ColumnVector[] columns = new ColumnVector[fields.size()];
    for (int index = 0; index < columns.length; index++) {
      SqlType type = fields.get(index).type();
      columns[index] = ColumnVector.allocate(type.vectorKind(), 1);
      Values.set(type, columns[index], 0, values.get(index));
    }
    return columns;
  }

  static byte[] write(ValueMapping mapping, List<ValueField> fields, List<?> values) {
    ByteBuilder target = new ByteBuilder();
    mapping.newWriter().write(columns(fields, values), 0, target);
    return target.toByteArray();
  }

  static byte[] rewrite(ValueMapping mapping, List<ValueField> fields, List<?> values, byte[] old) {
    ByteBuilder target = new ByteBuilder();
    mapping.newWriter().rewrite(columns(fields, values), 0, old, 0, old.length, target);
    return target.toByteArray();
  }
}
