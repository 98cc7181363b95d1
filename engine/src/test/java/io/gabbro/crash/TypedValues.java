package io.gabbro.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.session.Session;
import io.gabbro.session.SqlTester;
import io.gabbro.table.Range;
import io.gabbro.table.Table;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.LongStream;

/** Batches of a typed table, and ranges of it that are deleted in a transaction. */
final class TypedValues implements Work {
  private static final int VALUES = 30;
  private static final String NAME = "typed";

  private static Table<Long, byte[]> table(SqlTester sql) {
    return sql.database().table(NAME, KeyCodecs.LONG, new RawSerializer());
  }

  @Override
  public void prepare(SqlTester sql) {
    table(sql);
  }

  @Override
  public void run(SqlTester sql, long step) {
    Table<Long, byte[]> table = table(sql);
    long first = step * VALUES;
    if (step % 5 != 4) {
      table.putBatch(
          LongStream.range(0, VALUES)
              .mapToObj(n -> Map.entry(first + n, Work.text(step, n).getBytes(UTF_8))));
      return;
    }
    Session session = sql.session();
    session.in(table).deleteRange(Range.lessThan(first - 20L * VALUES));
    session.in(table).put(first, Work.text(step, 0).getBytes(UTF_8));
    session.commit();
  }

  @Override
  public void apply(SortedMap<String, String> state, long step) {
    long first = step * VALUES;
    if (step % 5 == 4) {
      state.headMap(TableReader.key(NAME, Math.max(0, first - 20L * VALUES))).clear();
      state.put(TableReader.key(NAME, first), Work.text(step, 0));
      return;
    }
    for (long number = 0; number < VALUES; number++) {
      state.put(TableReader.key(NAME, first + number), Work.text(step, number));
    }
  }

  @Override
  public void read(SqlTester sql, SortedMap<String, String> state) {
    Table<Long, byte[]> table = table(sql);
    table.forEach((key, value) -> state.put(TableReader.key(NAME, key), new String(value, UTF_8)));
  }
}
