package io.gabbro.fuzz;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.SchemaVersion;
import io.gabbro.key.TestColumns;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.table.NativeTableFormat;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Rows of native tables: the first byte is the number of columns, one follows for the type of each,
 * then comes the row.
 */
final class RowTarget implements FuzzTarget {
  private static final byte[] KEY = {0, 0, 0, 1, (byte) 0x80, 0, 0, 1};
  private static final int MAX_COLUMNS = 8;

  private final List<SqlType> types = TestColumns.types();

  @Override
  public void accept(byte[] input) {
    int count = input.length == 0 ? 1 : 1 + (input[0] & 0xFF) % MAX_COLUMNS;
    if (input.length < 1 + count) {
      return;
    }
    int[] kinds = new int[count];
    for (int column = 0; column < count; column++) {
      kinds[column] = (input[1 + column] & 0xFF) % types.size();
    }
    byte[] value = Arrays.copyOfRange(input, 1 + count, input.length);
    RowDecoder decoder = format(kinds).newDecoder();
    List<String> problems = new ArrayList<>();
    decoder.begin(
        KEY,
        new int[] {0, KEY.length},
        value.length == 0 ? new byte[1] : value,
        new int[] {0, value.length},
        1,
        (row, problem) -> problems.add(problem));
    for (int column = 0; problems.isEmpty() && column <= count; column++) {
      SqlType type = column == 0 ? SqlType.INTEGER : types.get(kinds[column - 1]);
      ColumnVector target = ColumnVector.allocate(type.vectorKind(), 1);
      decoder.decode(column, Selection.ofAll(1), target);
      if (problems.isEmpty() && target instanceof BytesVector bytes && !bytes.isNull(0)) {
        bytes.bytes(0);
      }
    }
    if (problems.size() > 1) {
      throw new IllegalStateException("more than one problem: " + problems);
    }
  }

  private NativeTableFormat format(int[] kinds) {
    List<Column> columns = new ArrayList<>();
    List<SchemaVersion.StoredColumn> stored = new ArrayList<>();
    columns.add(column(1, SqlType.INTEGER));
    for (int index = 0; index < kinds.length; index++) {
      columns.add(column(index + 2, types.get(kinds[index])));
      stored.add(new SchemaVersion.StoredColumn(index + 2, types.get(kinds[index])));
    }
    List<SchemaVersion> versions =
        List.of(new SchemaVersion(1, stored.subList(0, 1)), new SchemaVersion(2, stored));
    return new NativeTableFormat(
        1, columns, List.of(new KeyColumn(0, false)), versions, column -> null);
  }

  private static Column column(int id, SqlType type) {
    return new Column(id, "c" + id, type, false, Optional.empty(), Optional.empty());
  }

  @Override
  public List<byte[]> seeds() {
    Random random = new Random(1);
    List<byte[]> seeds = new ArrayList<>();
    for (int round = 0; round < 40; round++) {
      int[] kinds = new int[1 + round % MAX_COLUMNS];
      ColumnVector[] row = new ColumnVector[kinds.length + 1];
      row[0] = TestColumns.column(SqlType.INTEGER, 1, false, random);
      ByteBuilder seed = new ByteBuilder();
      seed.putByte(kinds.length - 1);
      for (int column = 0; column < kinds.length; column++) {
        kinds[column] = random.nextInt(types.size());
        row[column + 1] = TestColumns.column(types.get(kinds[column]), 1, true, random);
        seed.putByte(kinds[column]);
      }
      format(kinds).newWriter().write(row, 0, seed);
      seeds.add(seed.toByteArray());
    }
    return seeds;
  }
}
