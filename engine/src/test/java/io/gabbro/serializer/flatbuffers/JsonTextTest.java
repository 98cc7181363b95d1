package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.flatbuffers.FlatBufferBuilder;
import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON of tables and vectors. */
class JsonTextTest {
  private static final byte[] SCHEMA =
      new SchemaText()
          .enumOf("E", "ubyte", "A=0", "B=200")
          .union("U", "N")
          .table("N", "id:int=null", "e:E=B", "us:[U]", "u:U", "n:N", "ns:[N]", "t:[string]")
          .compile("N");

  private static Object read(byte[] value, String path, List<String> problems) {
    List<ValueField> fields = List.of(Monsters.field(path, SqlType.TEXT));
    return Monsters.read(
            Monsters.map(SCHEMA, fields), fields, value, (row, text) -> problems.add(text))
        .get(0);
  }

  private static Object read(byte[] value, String path) {
    List<String> problems = new ArrayList<>();
    Object text = read(value, path, problems);
    assertEquals(List.of(), problems);
    return text;
  }

  /** A table with one field that is an offset. */
  private static int holder(FlatBufferBuilder builder, int id, int offset) {
    builder.startTable(9);
    builder.addOffset(id, offset, 0);
    return builder.endTable();
  }

  private static byte[] finished(FlatBufferBuilder builder, int root) {
    builder.finish(root);
    return builder.sizedByteArray();
  }

  @Test
  void leavesOutWhatIsAbsentAndHasNoDefault() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    builder.startTable(1);
    builder.addInt(0, 0, 1);
    int withId = builder.endTable();
    builder.startTable(0);
    int empty = builder.endTable();
    int tables = builder.createVectorOfTables(new int[] {withId, empty});
    assertEquals(
        "[{\"id\":0,\"e\":\"B\"},{\"e\":\"B\"}]",
        read(finished(builder, holder(builder, 7, tables)), "ns"));
  }

  @Test
  void escapesStrings() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int[] texts = {
      builder.createString(""),
      builder.createString("\"\\/\b\f\n\r\t\u0000\u001F\u007F"),
      builder.createString("é€\uD83D\uDE00")
    };
    int strings = builder.createVectorOfTables(texts);
    assertEquals(
        "[\"\",\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0000\\u001f\u007F\",\"é€\uD83D\uDE00\"]",
        read(finished(builder, holder(builder, 8, strings)), "t"));
  }

  @Test
  void unionsThatTheSchemaDoesNotKnowAreNull() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    builder.startTable(0);
    int empty = builder.endTable();
    int types = builder.createByteVector(new byte[] {1, 9, 0});
    int values = builder.createVectorOfTables(new int[] {empty, empty, empty});
    builder.startTable(9);
    builder.addOffset(2, types, 0);
    builder.addOffset(3, values, 0);
    builder.addByte(4, (byte) 9, 0);
    builder.addOffset(5, empty, 0);
    int table = builder.endTable();
    byte[] value = finished(builder, holder(builder, 6, table));
    assertEquals(
        "{\"e\":\"B\",\"us_type\":[\"N\",9,\"NONE\"],\"us\":[{\"e\":\"B\"},null,null],"
            + "\"u_type\":9,\"u\":null}",
        read(value, "n"));
    assertEquals("[{\"e\":\"B\"},null,null]", read(value, "n.us"));
  }

  @Test
  void tablesNestedTooDeepAreBad() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int table = 0;
    for (int level = 0; level < 64; level++) {
      int vector = level == 0 ? 0 : builder.createVectorOfTables(new int[] {table});
      table = holder(builder, 7, vector);
    }
    // The root is the 65th; the column starts with the 64th.
    byte[] value = finished(builder, holder(builder, 6, table));
    assertEquals(63, read(value, "n").toString().split("\"ns\"", -1).length - 1);
    List<String> problems = new ArrayList<>();
    builder.clear();
    table = 0;
    for (int level = 0; level < 66; level++) {
      table = holder(builder, 6, table);
    }
    assertNull(read(finished(builder, table), "n", problems));
    assertEquals(List.of("it is nested deeper than 64 tables"), problems);
  }

  @Test
  void stringsThatAreNotUtf8AreBad() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int text = builder.createString(java.nio.ByteBuffer.wrap(new byte[] {'a', (byte) 0xC0}));
    int strings = builder.createVectorOfTables(new int[] {text});
    List<String> problems = new ArrayList<>();
    assertNull(read(finished(builder, holder(builder, 8, strings)), "t", problems));
    assertEquals(List.of("a string is not valid UTF-8"), problems);
  }

  /** A small value whose text would be large, because it refers to one string very often. */
  @Test
  void textsAreNotLongerThan16Megabytes() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int[] texts = new int[50_000];
    Arrays.fill(texts, builder.createString("x".repeat(400)));
    int strings = builder.createVectorOfTables(texts);
    List<String> problems = new ArrayList<>();
    assertNull(read(finished(builder, holder(builder, 8, strings)), "t", problems));
    assertEquals(List.of("its JSON text is longer than 16777216 bytes"), problems);
  }
}
