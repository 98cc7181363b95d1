package io.gabbro.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.SchemaVersion;
import io.gabbro.catalog.SchemaVersion.StoredColumn;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.storage.KeyRange;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A table (name TEXT, id INTEGER, town TEXT) with the primary key (id DESC, name). */
class NativeTableFormatTest {
  private static final int TABLE = 258;
  private static final Column NAME = column(1, "name", SqlType.TEXT);
  private static final Column ID = column(2, "id", SqlType.INTEGER);
  private static final Column TOWN = column(4, "town", SqlType.TEXT);
  private static final List<Column> COLUMNS = List.of(NAME, ID, TOWN);
  private static final List<KeyColumn> KEY =
      List.of(new KeyColumn(1, true), new KeyColumn(0, false));
  private static final SchemaVersion OLD =
      new SchemaVersion(1, List.of(new StoredColumn(3, SqlType.BOOLEAN)));
  private static final SchemaVersion NEW =
      new SchemaVersion(2, List.of(new StoredColumn(4, SqlType.TEXT)));

  private final NativeTableFormat format =
      new NativeTableFormat(TABLE, COLUMNS, KEY, List.of(OLD, NEW), MissingValues.NULLS);

  private static Column column(int id, String name, SqlType type) {
    return new Column(id, name, type, false, Optional.empty(), Optional.empty());
  }

  @Test
  void aRowIsAnEntry() {
    ColumnVector[] row = {text("ann"), ints(5), text("Rome")};
    assertEquals("00000102" + "7FFFFFFA" + "616E6E0000", hex(key(format, row[1], row[0])));
    ByteBuilder value = new ByteBuilder();
    format.newWriter().write(row, 0, value);
    assertEquals("0200" + "00" + "00" + "0400" + "526F6D65", hex(value.toByteArray()));
    ByteBuilder prefix = new ByteBuilder();
    format.encodeKeyPrefix(new ColumnVector[] {row[1]}, 1, 0, prefix);
    assertEquals("00000102" + "7FFFFFFA", hex(prefix.toByteArray()));
    assertEquals("gabbro.rows", format.columnFamily());
    assertEquals(new KeyRange(new byte[] {0, 0, 1, 2}, new byte[] {0, 0, 1, 3}), format.keyRange());
    assertEquals(List.of(OLD, NEW), format.versions());
  }

  @Test
  void decodesColumnsOfKeyAndValueAndBothAsTheyAre() {
    byte[] key = key(format, ints(5), text("ann"));
    byte[] value = HexFormat.of().parseHex("02000000 0400526F6D65".replace(" ", ""));
    RowDecoder decoder = format.newDecoder();
    begin(decoder, key, value, new ArrayList<>());
    assertEquals("ann", decodeText(decoder, 0));
    IntVector id = new IntVector(1);
    decoder.decode(1, Selection.ofAll(1), id);
    assertEquals(5, id.values()[0]);
    assertEquals("Rome", decodeText(decoder, 2));
    BytesVector raw = new BytesVector(1);
    decoder.decode(RowDecoder.KEY_COLUMN, Selection.ofAll(1), raw);
    assertArrayEquals(key, raw.bytes(0));
    decoder.decode(RowDecoder.VALUE_COLUMN, Selection.ofAll(1), raw);
    assertArrayEquals(value, raw.bytes(0));
  }

  @Test
  void aColumnThatRowsLackHasItsMissingValue() {
    BytesVector paris = text("Paris");
    NativeTableFormat other =
        new NativeTableFormat(
            TABLE, COLUMNS, KEY, List.of(OLD, NEW), column -> column == 2 ? paris : null);
    RowDecoder decoder = other.newDecoder();
    byte[] old = HexFormat.of().parseHex("0100000001");
    begin(decoder, key(format, ints(5), text("ann")), old, new ArrayList<>());
    assertEquals("Paris", decodeText(decoder, 2));
  }

  @Test
  void readsOnlyWhatColumnsNeed() {
    RowDecoder decoder = format.newDecoder();
    assertReads(decoder, false, false);
    assertReads(decoder, true, false, 0, 1);
    assertReads(decoder, false, true, 2);
    assertReads(decoder, true, false, RowDecoder.KEY_COLUMN);
    assertReads(decoder, false, true, RowDecoder.VALUE_COLUMN);
    assertReads(decoder, true, true, 2, 1);
  }

  @Test
  void keysAloneAndValuesAloneDecode() {
    RowDecoder decoder = format.newDecoder();
    List<String> problems = new ArrayList<>();
    begin(decoder, key(format, ints(5), text("ann")), new byte[0], problems);
    assertEquals("ann", decodeText(decoder, 0));
    begin(decoder, new byte[0], HexFormat.of().parseHex("020000000000"), problems);
    assertEquals("", decodeText(decoder, 2));
    assertEquals(List.of(), problems);
  }

  @Test
  void reportsABadEntryOnce() {
    RowDecoder decoder = format.newDecoder();
    List<String> problems = new ArrayList<>();
    begin(decoder, new byte[] {0, 0, 1, 2, 9}, new byte[] {9, 9, 9}, problems);
    assertEquals(List.of("the key does not decode: part 1 is no integer"), problems);
    problems.clear();
    begin(decoder, key(format, ints(5), text("ann")), new byte[] {9, 9, 9}, problems);
    assertEquals(
        List.of("the row does not decode: it has the unknown schema version 2313"), problems);
  }

  @Test
  void aTableWithoutPrimaryKeyHasRowIds() {
    SchemaVersion version = new SchemaVersion(1, List.of(new StoredColumn(1, SqlType.TEXT)));
    NativeTableFormat rowIds =
        new NativeTableFormat(
            TABLE, List.of(NAME), List.of(), List.of(version), MissingValues.NULLS);
    LongVector id = new LongVector(1);
    id.values()[0] = 0x0102030405L;
    byte[] key = key(rowIds, id);
    assertEquals("00000102" + "0000000102030405", hex(key));
    assertEquals(0x0102030405L, NativeTableFormat.rowId(key));
    RowDecoder decoder = rowIds.newDecoder();
    List<String> problems = new ArrayList<>();
    begin(decoder, new byte[] {0, 0, 1, 2, 3}, new byte[0], problems);
    assertEquals(List.of("the key does not decode: it has 5 bytes instead of 12"), problems);
    assertReads(decoder, false, true, 0);
  }

  @Test
  void everyColumnIsInTheKeyOrInNewRows() {
    List<SchemaVersion> versions = List.of(OLD);
    assertThrows(
        IllegalArgumentException.class,
        () -> new NativeTableFormat(TABLE, COLUMNS, KEY, versions, MissingValues.NULLS));
  }

  private static void assertReads(
      RowDecoder decoder, boolean keys, boolean values, int... columns) {
    assertEquals(keys, decoder.readsKeys(columns));
    assertEquals(values, decoder.readsValues(columns));
  }

  private static void begin(RowDecoder decoder, byte[] key, byte[] value, List<String> problems) {
    decoder.begin(
        key,
        new int[] {0, key.length},
        value,
        new int[] {0, value.length},
        1,
        (row, problem) -> problems.add(problem));
  }

  private static String decodeText(RowDecoder decoder, int column) {
    BytesVector target = new BytesVector(1);
    decoder.decode(column, Selection.ofAll(1), target);
    return target.string(0);
  }

  private static byte[] key(NativeTableFormat format, ColumnVector... columns) {
    ByteBuilder target = new ByteBuilder();
    format.encodeKey(columns, 0, target);
    return target.toByteArray();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private static IntVector ints(int value) {
    IntVector vector = new IntVector(1);
    vector.values()[0] = value;
    return vector;
  }

  private static BytesVector text(String value) {
    BytesVector vector = new BytesVector(1);
    vector.set(0, value);
    return vector;
  }
}
