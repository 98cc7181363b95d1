package io.gabbro.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes of write batches, and their limits. */
class WriteBatchTest {
  private record Family(String name, int id) implements ColumnFamily {}

  private static final ColumnFamily DEFAULT = new Family("default", 0);
  private static final ColumnFamily ROWS = new Family("rows", 300);

  private final WriteBatch batch = new WriteBatch();

  @Test
  void serializesRecordsAsRocksDbDoes() {
    batch.put(DEFAULT, bytes("k"), bytes("vv"));
    batch.delete(DEFAULT, bytes("k"));
    batch.put(ROWS, bytes("a"), bytes(""));
    batch.delete(ROWS, bytes("b"));
    batch.deleteRange(DEFAULT, new KeyRange(bytes("a"), bytes("c")));
    batch.deleteRange(ROWS, new KeyRange(null, bytes("c")));
    assertArrayEquals(
        bytes(
            "\0\0\0\0\0\0\0\0\6\0\0\0"
                + "\1\1k\2vv"
                + "\0\1k"
                + "\5\u00AC\2\1a\0"
                + "\4\u00AC\2\1b"
                + "\17\1a\1c"
                + "\16\u00AC\2\0\1c"),
        batch.toByteArray());
    assertEquals(batch.toByteArray().length, batch.byteSize());
    assertEquals(6, batch.count());
    assertEquals(List.of(DEFAULT, ROWS), batch.families());
  }

  @Test
  void copiesTheGivenPartsOfArrays() {
    batch.put(ROWS, bytes("xkeyx"), 1, 3, bytes("xxvaluex"), 2, 5);
    batch.delete(ROWS, bytes("xgone"), 1, 4);
    assertEquals(List.of("put 300 key=value", "delete 300 gone"), operations(batch));
  }

  @Test
  void showsOperationsInTheirOrder() {
    String large = "x".repeat(70_000);
    batch.put(ROWS, bytes("k"), bytes(large));
    batch.deleteRange(ROWS, new KeyRange(bytes("k"), bytes("l")));
    batch.put(DEFAULT, bytes(""), bytes(""));
    assertEquals(
        List.of("put 300 k=" + large, "deleteRange 300 k..l", "put 0 ="), operations(batch));
  }

  @Test
  void appendsAnotherBatch() {
    WriteBatch other = new WriteBatch();
    other.put(DEFAULT, bytes("b"), bytes("2"));
    other.delete(ROWS, bytes("c"));
    batch.put(ROWS, bytes("a"), bytes("1"));
    batch.append(other);
    assertEquals(List.of("put 300 a=1", "put 0 b=2", "delete 300 c"), operations(batch));
    assertEquals(3, batch.count());
    assertEquals(List.of(ROWS, DEFAULT), batch.families());
    assertEquals(2, other.count());
  }

  @Test
  void isEmptyAfterClear() {
    batch.put(ROWS, bytes("a"), new byte[20 << 20]);
    batch.clear();
    assertTrue(batch.isEmpty());
    assertEquals(12, batch.byteSize());
    assertEquals(List.of(), batch.families());
    batch.delete(ROWS, bytes("z"));
    assertFalse(batch.isEmpty());
    assertEquals(List.of("delete 300 z"), operations(batch));
    assertEquals(List.of(ROWS), batch.families());
  }

  @Test
  void ignoresEmptyRanges() {
    batch.deleteRange(ROWS, new KeyRange(bytes("b"), bytes("b")));
    batch.deleteRange(ROWS, new KeyRange(bytes("c"), bytes("b")));
    batch.deleteRange(ROWS, new KeyRange(null, bytes("")));
    assertTrue(batch.isEmpty());
  }

  @Test
  void refusesARangeDeleteWithoutUpperBound() {
    assertThrows(
        IllegalArgumentException.class,
        () -> batch.deleteRange(ROWS, new KeyRange(bytes("a"), null)));
  }

  @Test
  void refusesToGrowBeyondTheLimitAndStaysAsItWas() {
    WriteBatch small = new WriteBatch(2000);
    byte[] half = new byte[900];
    small.put(ROWS, bytes("a"), half);
    small.put(ROWS, bytes("b"), half);
    int size = small.byteSize();
    GabbroException e =
        assertThrows(GabbroException.class, () -> small.put(DEFAULT, bytes("c"), half));
    assertEquals(ErrorCode.LIMIT_EXCEEDED, e.code());
    e = assertThrows(GabbroException.class, () -> small.append(small));
    assertEquals(ErrorCode.LIMIT_EXCEEDED, e.code());
    assertEquals(size, small.byteSize());
    assertEquals(2, small.count());
    assertEquals(List.of(ROWS), small.families());
  }

  private static List<String> operations(WriteBatch batch) {
    List<String> seen = new ArrayList<>();
    batch.forEach(
        new WriteBatchVisitor() {
          @Override
          public void put(int family, byte[] b, int key, int keyLength, int value, int length) {
            seen.add(
                "put " + family + " " + text(b, key, keyLength) + "=" + text(b, value, length));
          }

          @Override
          public void delete(int family, byte[] b, int key, int keyLength) {
            seen.add("delete " + family + " " + text(b, key, keyLength));
          }

          @Override
          public void deleteRange(
              int family, byte[] b, int low, int lowLength, int up, int length) {
            seen.add(
                "deleteRange "
                    + family
                    + " "
                    + text(b, low, lowLength)
                    + ".."
                    + text(b, up, length));
          }
        });
    return seen;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, ISO_8859_1);
  }
}
