package io.gabbro.serializer.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.TestColumns;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows decode to what was encoded, column by column. */
class RowFormatTest {
  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void rowsOfAnyColumnsDecodeToWhatWasEncoded() {
    for (int round = 0; round < 300; round++) {
      List<SqlType> types = new ArrayList<>();
      for (int column = random.nextInt(24); column >= 0; column--) {
        types.add(TestColumns.types().get(random.nextInt(TestColumns.types().size())));
      }
      ColumnVector[] columns =
          types.stream()
              .map(type -> TestColumns.column(type, 60, random.nextBoolean(), random))
              .toArray(ColumnVector[]::new);
      check(types, columns, 60);
    }
  }

  @Test
  void longRowsTakeWideOffsets() {
    List<SqlType> types = List.of(SqlType.TEXT, SqlType.INTEGER, SqlType.BYTEA, SqlType.TEXT);
    ColumnVector[] columns =
        types.stream()
            .map(type -> TestColumns.column(type, 6, false, random))
            .toArray(ColumnVector[]::new);
    int[] lengths = {0, 65_534, 65_535, 65_536, 200_000, 5};
    for (int row = 0; row < lengths.length; row++) {
      ((BytesVector) columns[0]).set(row, new byte[1]);
      ((BytesVector) columns[2]).set(row, new byte[lengths[row]]);
      ((BytesVector) columns[3]).set(row, new byte[] {7, 8});
    }
    check(types, columns, lengths.length);
  }

  @Test
  void bytesAreSharedAndNotCopied() {
    RowLayout layout = new RowLayout(1, List.of(SqlType.TEXT));
    ColumnVector text = TestColumns.column(SqlType.TEXT, 1, false, random);
    Rows rows = new Rows().add(new RowEncoder(layout), new ColumnVector[] {text}, 0);
    byte[] data = rows.data();
    RowReader reader = reader(layout);
    reader.begin(data, rows.offsets(), 1, (row, problem) -> fail(problem));
    BytesVector decoded = new BytesVector(1);
    reader.decode(0, Selection.ofAll(1), decoded);
    assertSame(data, decoded.data());
  }

  @Test
  void refusesADecimalThatItsColumnCannotHold() {
    RowEncoder encoder = new RowEncoder(new RowLayout(1, List.of(SqlType.numeric(18, 0))));
    DecimalVector decimals = new DecimalVector(1);
    decimals.set(0, BigInteger.ONE.shiftLeft(64));
    GabbroException e =
        assertThrows(
            GabbroException.class,
            () -> encoder.encode(new ColumnVector[] {decimals}, 0, new ByteBuilder()));
    assertEquals(ErrorCode.NUMERIC_OUT_OF_RANGE, e.code());
  }

  @Test
  void refusesLayoutsThatRowsCannotHave() {
    assertThrows(
        IllegalArgumentException.class, () -> new RowLayout(65_536, List.of(SqlType.INTEGER)));
    assertThrows(IllegalArgumentException.class, () -> new RowLayout(1, List.of(SqlType.INTERVAL)));
  }

  private static RowReader reader(RowLayout layout) {
    int[] columns = new int[layout.columns().size()];
    java.util.Arrays.setAll(columns, index -> index);
    return new RowReader(
        List.of(new RowMapping(layout, columns)), columns.length, new ColumnVector[columns.length]);
  }

  private void check(List<SqlType> types, ColumnVector[] columns, int count) {
    RowLayout layout = new RowLayout(random.nextInt(RowLayout.MAX_VERSION + 1), types);
    RowEncoder encoder = new RowEncoder(layout);
    Rows rows = new Rows();
    for (int row = 0; row < count; row++) {
      rows.add(encoder, columns, row);
    }
    RowReader reader = reader(layout);
    reader.begin(rows.data(), rows.offsets(), count, (row, problem) -> fail(row + problem));
    Selection some = new Selection(count);
    int[] positions = some.startPositions(count);
    int selected = 0;
    for (int row = 0; row < count; row++) {
      if (random.nextInt(3) == 0) {
        positions[selected++] = row;
      }
    }
    some.setCount(selected);
    for (int column = 0; column < columns.length; column++) {
      ColumnVector decoded = ColumnVector.allocate(columns[column].kind(), 1);
      for (Selection selection : List.of(Selection.ofAll(count), some)) {
        reader.decode(column, selection, decoded);
        for (int index = 0; index < selection.count(); index++) {
          int row = selection.position(index);
          boolean isNull = columns[column].isNull(row);
          if (isNull != decoded.isNull(row)
              || (!isNull && decoded.compare(row, columns[column], row) != 0)) {
            fail(types + " column " + column + " row " + row + ", seed " + seed);
          }
        }
      }
    }
  }
}
