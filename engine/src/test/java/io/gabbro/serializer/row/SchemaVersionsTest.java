package io.gabbro.serializer.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A table that had (a INTEGER, b TEXT), then got c TEXT and d INTEGER, then lost b: rows of all
 * three versions.
 */
class SchemaVersionsTest {
  private static final int A = 0;
  private static final int C = 1;
  private static final int D = 2;

  private final RowLayout first = new RowLayout(1, List.of(SqlType.INTEGER, SqlType.TEXT));
  private final RowLayout second =
      new RowLayout(2, List.of(SqlType.INTEGER, SqlType.TEXT, SqlType.TEXT, SqlType.INTEGER));
  private final RowLayout third =
      new RowLayout(3, List.of(SqlType.INTEGER, SqlType.TEXT, SqlType.INTEGER));
  private final BytesVector missingText = new BytesVector(1);
  private final ColumnVector a = ints(10, 11, 12);
  private final ColumnVector b = texts("b0", "b1", "b2");
  private final ColumnVector c = texts("c0", "c1", "c2");
  private final ColumnVector d = ints(20, 21, 22);

  SchemaVersionsTest() {
    missingText.set(0, "none");
  }

  private RowReader reader() {
    int gone = RowMapping.DROPPED;
    return new RowReader(
        List.of(
            new RowMapping(first, new int[] {A, gone}),
            new RowMapping(second, new int[] {A, gone, C, D}),
            new RowMapping(third, new int[] {A, C, D})),
        3,
        new ColumnVector[] {null, missingText, null});
  }

  @Test
  void oldRowsHaveTheMissingValue() {
    Rows rows = new Rows();
    RowEncoder encoder = new RowEncoder(first);
    rows.add(encoder, new ColumnVector[] {a, b}, 0).add(encoder, new ColumnVector[] {a, b}, 2);
    assertEquals("[10, none, null] [12, none, null]", decodeAll(rows));
  }

  @Test
  void rowsOfAllVersionsInABlock() {
    Rows rows = new Rows();
    rows.add(new RowEncoder(third), new ColumnVector[] {a, c, d}, 0);
    rows.add(new RowEncoder(first), new ColumnVector[] {a, b}, 1);
    rows.add(new RowEncoder(second), new ColumnVector[] {a, b, c, d}, 2);
    rows.add(new RowEncoder(third), new ColumnVector[] {a, c, d}, 1);
    assertEquals("[10, c0, 20] [11, none, null] [12, c2, 22] [11, c1, 21]", decodeAll(rows));
  }

  @Test
  void aBadRowBeforeTheFirstGoodOneDoesNotMatter() {
    Rows rows = new Rows().add(new byte[] {9, 0, 0});
    rows.add(new RowEncoder(second), new ColumnVector[] {a, b, c, d}, 2);
    RowReader reader = reader();
    StringBuilder bad = new StringBuilder();
    reader.begin(rows.data(), rows.offsets(), 2, (row, problem) -> bad.append(row).append(problem));
    assertEquals("0it has the unknown schema version 9", bad.toString());
    Selection good = new Selection(1);
    good.startPositions(1)[0] = 1;
    good.setCount(1);
    IntVector target = new IntVector(1);
    reader.decode(D, good, target);
    assertEquals(22, target.values()[1]);
  }

  @Test
  void encodersTakeColumnsInAnyOrder() {
    Rows rows = new Rows();
    rows.add(
        new RowEncoder(third, new int[] {1, RowEncoder.NO_SOURCE, 0}),
        new ColumnVector[] {d, a},
        1);
    assertEquals("[11, null, 21]", decodeAll(rows));
  }

  private String decodeAll(Rows rows) {
    RowReader reader = reader();
    reader.begin(rows.data(), rows.offsets(), rows.count(), (row, problem) -> fail(problem));
    IntVector decodedA = new IntVector(0);
    BytesVector decodedC = new BytesVector(0);
    IntVector decodedD = new IntVector(0);
    Selection all = Selection.ofAll(rows.count());
    reader.decode(A, all, decodedA);
    reader.decode(C, all, decodedC);
    reader.decode(D, all, decodedD);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.count(); row++) {
      assertTrue(!decodedA.isNull(row));
      text.append(row == 0 ? "[" : " [").append(decodedA.values()[row]);
      text.append(", ").append(decodedC.isNull(row) ? "null" : decodedC.string(row));
      text.append(", ").append(decodedD.isNull(row) ? "null" : "" + decodedD.values()[row]);
      text.append(']');
    }
    return text.toString();
  }

  private static ColumnVector ints(int... values) {
    IntVector vector = new IntVector(values.length);
    System.arraycopy(values, 0, vector.values(), 0, values.length);
    return vector;
  }

  private static ColumnVector texts(String... values) {
    BytesVector vector = new BytesVector(values.length);
    for (int row = 0; row < values.length; row++) {
      vector.set(row, values[row]);
    }
    return vector;
  }
}
