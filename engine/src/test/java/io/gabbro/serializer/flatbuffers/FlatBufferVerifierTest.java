package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.flatbuffers.FlatBufferBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueMapping;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatBufferVerifierTest {
  private static final byte[] SCHEMA =
      new SchemaText()
          .struct("P", "l:long", "b:byte")
          .table("C", "x:int", "s:string")
          .union("U", "C", "P", "string")
          .table(
              "T",
              "a:int",
              "s:string required",
              "n:[string]",
              "v:[long]",
              "c:C",
              "p:P",
              "u:U",
              "cs:[C]",
              "us:[U]")
          .compile("T");

  /**
   * The buffer that the tests damage: vtable 10, root 36, us 100, types of us 112, struct 120, cs
   * 140, vtable of C 150, C 156, v 164, n 176, string of n 184, s 192, end 200.
   */
  private static byte[] value() {
    FlatBufferBuilder builder = new FlatBufferBuilder(16);
    int s = builder.createString("abc");
    int n = builder.createVectorOfTables(new int[] {builder.createString("x")});
    builder.startVector(8, 1, 8);
    builder.addLong(-1);
    int v = builder.endVector();
    builder.startTable(2);
    builder.addInt(0, 5, 0);
    int c = builder.endTable();
    int cs = builder.createVectorOfTables(new int[] {c});
    builder.prep(8, 16);
    builder.pad(7);
    builder.putByte((byte) 1);
    builder.putLong(2);
    int p = builder.offset();
    int types = builder.createByteVector(new byte[] {2, 1});
    int us = builder.createVectorOfTables(new int[] {p, c});
    builder.startTable(11);
    builder.prep(8, 16);
    builder.pad(7);
    builder.putByte((byte) 3);
    builder.putLong(4);
    builder.slot(5);
    builder.addOffset(10, us, 0);
    builder.addOffset(9, types, 0);
    builder.addOffset(8, cs, 0);
    builder.addOffset(7, p, 0);
    builder.addOffset(4, c, 0);
    builder.addOffset(3, v, 0);
    builder.addOffset(2, n, 0);
    builder.addOffset(1, s, 0);
    builder.addInt(0, 9, 0);
    builder.addByte(6, (byte) 2, 0);
    builder.finish(builder.endTable());
    return builder.sizedByteArray();
  }

  /** Verifies the buffer at a place that is not aligned, between other bytes. */
  private static String problem(byte[] schema, byte[] value) {
    FlatBufferSchema parsed = FlatBufferSchema.parse(schema);
    FlatBufferVerifier verifier = new FlatBufferVerifier(parsed, parsed.root(Optional.empty()));
    byte[] block = new byte[value.length + 9];
    Arrays.fill(block, (byte) 0x11);
    System.arraycopy(value, 0, block, 5, value.length);
    return verifier.problem(block, 5, 5 + value.length);
  }

  @Test
  void acceptsWhatABuilderBuilds() {
    assertEquals(200, value().length);
    assertNull(problem(SCHEMA, value()));
    assertNull(problem(Monsters.SCHEMA, MonsterBytes.full()));
    assertNull(problem(Monsters.SCHEMA, MonsterBytes.empty()));
    assertNull(problem(Monsters.SCHEMA, MonsterBytes.friends()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0   | 00000000 | an offset leads out of it",
        "0   | c8000000 | an offset leads out of it",
        "0   | ffffffff | an offset leads out of it",
        "0   | 26000000 | its root table is not aligned",
        "36  | ffffff7f | a vtable lies outside of it",
        "36  | 00000080 | a vtable lies outside of it",
        "36  | 1b000000 | a vtable is not aligned",
        "10  | 1b00     | a vtable is not aligned",
        "10  | 0200     | a vtable has 2 bytes",
        "10  | fe7f     | a vtable has 32766 bytes",
        "12  | 0200     | a table has 2 bytes",
        "12  | ffff     | a table has 65535 bytes",
        "12  | 0800     | a: a field lies outside of its table",
        "14  | 0200     | a: a field lies outside of its table",
        "14  | 0900     | a: a field is not aligned",
        "14  | ffff     | a: a field lies outside of it",
        "16  | 0000     | s: a required field is absent",
        "24  | 2800     | p: a field is not aligned",
        "24  | 3400     | p: a field lies outside of its table",
        "48  | 00000000 | s: an offset leads out of it",
        "48  | ffffffff | s: an offset leads out of it",
        "48  | 00000080 | s: an offset leads out of it",
        "48  | 91000000 | s: a table, string or vector is not aligned",
        "192 | 02000000 | s: a string does not end with zero",
        "192 | 04000000 | s: a string does not end with zero",
        "192 | 05000000 | s: a vector or string leads out of it",
        "192 | ffffffff | s: a vector or string leads out of it",
        "176 | ffffffff | n: a vector or string leads out of it",
        "180 | 00000000 | n: an offset leads out of it",
        "184 | 0f000000 | n: a vector or string leads out of it",
        "164 | 00000010 | v: a vector or string leads out of it",
        "56  | 78000000 | v: the elements of a vector are not aligned",
        "156 | ffffff7f | c: a vtable lies outside of it",
        "154 | 0600     | c.x: a field lies outside of its table",
        "140 | ffffffff | cs: a vector or string leads out of it",
        "144 | 00000000 | cs: an offset leads out of it",
        "64  | 44000000 | u: a struct lies outside of it, or is not aligned",
        "43  | 01       | u: a vtable has 0 bytes",
        "26  | ffff     | u_type: a field lies outside of it",
        "112 | 03000000 | us: a vector of unions has not as many types as values",
        "32  | 0000     | us: a vector of unions has no types",
        "108 | 00000000 | us: an offset leads out of it",
        "100 | ffffffff | us: a vector or string leads out of it",
      })
  void refuses(int at, String bytes, String problem) {
    byte[] value = value();
    byte[] patch = HexFormat.of().parseHex(bytes);
    System.arraycopy(patch, 0, value, at, patch.length);
    assertEquals(problem, problem(SCHEMA, value));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 11, 12, 36, 100, 199})
  void refusesWhatIsCutOff(int length) {
    String problem = problem(SCHEMA, Arrays.copyOf(value(), length));
    assertEquals(length < 12, problem.equals("it is cut off: " + length + " bytes"));
  }

  @Test
  void acceptsUnionsThatTheSchemaDoesNotKnowAndWhatIsAbsent() {
    byte[] unknown = value();
    unknown[43] = 99;
    assertNull(problem(SCHEMA, unknown));
    byte[] without = value();
    Arrays.fill(without, 18, 36, (byte) 0);
    assertNull(problem(SCHEMA, without));
  }

  private static byte[] chain(int tables) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int table = 0;
    for (int level = 0; level < tables; level++) {
      builder.startTable(1);
      builder.addOffset(0, table, 0);
      table = builder.endTable();
    }
    builder.finish(table);
    return builder.sizedByteArray();
  }

  @Test
  void tablesAreNotNestedDeeperThan64() {
    byte[] schema = new SchemaText().table("T", "t:T").compile("T");
    assertNull(problem(schema, chain(64)));
    assertEquals(
        "t.".repeat(63) + "t: it is nested deeper than 64 tables", problem(schema, chain(65)));
  }

  @Test
  void tablesAreNotVisitedWithoutEnd() {
    byte[] schema = new SchemaText().table("T", "l:T", "r:T").compile("T");
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int table = 0;
    for (int level = 0; level < 40; level++) {
      builder.startTable(2);
      builder.addOffset(0, table, 0);
      builder.addOffset(1, table, 0);
      table = builder.endTable();
    }
    builder.finish(table);
    String problem = problem(schema, builder.sizedByteArray());
    assertEquals("it has too many parts", problem.substring(problem.indexOf(':') + 2));
  }

  @Test
  void largeValuesMayHaveMoreParts() {
    byte[] schema = new SchemaText().table("T", "s:[string]").compile("T");
    FlatBufferBuilder builder = new FlatBufferBuilder(1 << 24);
    int[] texts = new int[1_100_000];
    Arrays.setAll(texts, index -> builder.createString(""));
    int vector = builder.createVectorOfTables(texts);
    builder.startTable(1);
    builder.addOffset(0, vector, 0);
    builder.finish(builder.endTable());
    assertNull(problem(schema, builder.sizedByteArray()));
  }

  @Test
  void checksWhatIsStored() {
    byte[] bad = value();
    bad[192] = -1;
    ValueMapping mapping = Monsters.map(SCHEMA, List.of());
    GabbroException e =
        assertThrows(GabbroException.class, () -> mapping.check(bad, 0, bad.length));
    assertEquals(ErrorCode.SERIALIZATION, e.code());
    assertEquals("the value is no T: s: a vector or string leads out of it", e.getMessage());
    Monsters.map(SCHEMA, List.of(), "verify", "none").check(bad, 0, bad.length);
    assertEquals(
        "the value is no FlatBuffer: it is cut off: 4 bytes",
        assertThrows(
                GabbroException.class,
                () -> Monsters.map(SCHEMA, List.of(), "verify", "none").check(bad, 0, 4))
            .getMessage());
  }
}
