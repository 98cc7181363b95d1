package io.gabbro.plan.binder;

import io.gabbro.ast.Identifier;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.RowDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the columns of a table that a statement writes. */
final class TargetColumns {
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private TargetColumns() {}

  /**
   * The positions of the named columns; of all columns where none is named. The pseudo-columns of a
   * mapped table are {@link RowDecoder#KEY_COLUMN} and {@link RowDecoder#VALUE_COLUMN}.
   *
   * @throws GabbroException UNDEFINED_COLUMN or DUPLICATE_COLUMN
   */
  static List<Integer> resolve(TableDefinition table, List<Identifier> names) {
    if (names.isEmpty()) {
      return IntStream.range(0, table.columns().size()).boxed().toList();
    }
    List<Integer> positions = new ArrayList<>();
    for (Identifier name : names) {
      int position = position(table, name.name());
      if (position == UNKNOWN) {
        throw Hints.suggest(
            GabbroException.at(name.position(), ErrorCode.UNDEFINED_COLUMN, name.name()),
            name.name(),
            table.columns().stream().map(Column::name).toList());
      }
      if (positions.contains(position)) {
        throw GabbroException.at(name.position(), ErrorCode.DUPLICATE_COLUMN, name.name());
      }
      positions.add(position);
    }
    return positions;
  }

  private static int position(TableDefinition table, String name) {
    int position = table.indexOf(name);
    if (position >= 0) {
      return position;
    } else if (table.format().isMapped() && name.equals(SourceBinder.KEY)) {
      return RowDecoder.KEY_COLUMN;
    } else if (table.format().isMapped() && name.equals(SourceBinder.VALUE)) {
      return RowDecoder.VALUE_COLUMN;
    }
    return UNKNOWN;
  }
}
