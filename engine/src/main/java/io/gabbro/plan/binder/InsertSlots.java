package io.gabbro.plan.binder;

import io.gabbro.ast.Identifier;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the input of an INSERT yields: all columns of the table, then {@code _key} and {@code
 * _value} of a mapped table, if the statement names them.
 *
 * @param columns one a slot; stored bytes look like a column of type BYTEA
 * @param sources for each slot, the position of its value among those that the statement gives, or
 *     -1 for the default
 * @param givesKey whether there is a slot for {@code _key}
 * @param givesValue whether there is a slot for {@code _value}
 * @param targetTypes the types of the columns that the statement gives, in its order
 */
record InsertSlots(
    List<Column> columns,
    List<Integer> sources,
    boolean givesKey,
    boolean givesValue,
    List<SqlType> targetTypes) {

  /**
   * The slots of a statement.
   *
   * @param targets the positions of the columns that it names, see {@link TargetColumns}
   * @param names as it names them; empty when it names none
   * @throws GabbroException {@code INVALID_COLUMN_REFERENCE} when stored bytes and columns say the
   *     same twice, or do not say all
   */
  static InsertSlots of(TableDefinition table, List<Integer> targets, List<Identifier> names) {
    boolean givesKey = targets.contains(RowDecoder.KEY_COLUMN);
    boolean givesValue = targets.contains(RowDecoder.VALUE_COLUMN);
    check(table, targets, names, givesKey, givesValue);
    List<Column> columns = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    for (int index = 0; index < table.columns().size(); index++) {
      Column column = table.columns().get(index);
      int position = index;
      boolean isKey = table.primaryKey().stream().anyMatch(key -> key.column() == position);
      columns.add(givesValue && !isKey ? withoutDefault(column) : column);
      sources.add(targets.indexOf(index));
    }
    if (givesKey) {
      columns.add(stored(SourceBinder.KEY));
      sources.add(targets.indexOf(RowDecoder.KEY_COLUMN));
    }
    if (givesValue) {
      columns.add(stored(SourceBinder.VALUE));
      sources.add(targets.indexOf(RowDecoder.VALUE_COLUMN));
    }
    return new InsertSlots(
        columns, sources, givesKey, givesValue, targets.stream().map(t -> type(table, t)).toList());
  }

  private static void check(
      TableDefinition table,
      List<Integer> targets,
      List<Identifier> names,
      boolean givesKey,
      boolean givesValue) {
    if (table.format().isMapped() && table.primaryKey().isEmpty() && !(givesKey && givesValue)) {
      throw new GabbroException(
          ErrorCode.INVALID_COLUMN_REFERENCE,
          "table \"" + table.name() + "\" has no primary key: name _key and _value");
    }
    if (givesKey && !table.primaryKey().isEmpty()) {
      throw GabbroException.at(
          names.get(targets.indexOf(RowDecoder.KEY_COLUMN)).position(),
          ErrorCode.INVALID_COLUMN_REFERENCE,
          "the columns of the primary key say what _key is");
    }
    for (int target : targets) {
      if (givesValue
          && target >= 0
          && table.primaryKey().stream().noneMatch(key -> key.column() == target)) {
        throw GabbroException.at(
            names.get(targets.indexOf(target)).position(),
            ErrorCode.INVALID_COLUMN_REFERENCE,
            "_value says what \"" + table.columns().get(target).name() + "\" is");
      }
    }
  }

  private static SqlType type(TableDefinition table, int target) {
    return target < 0 ? SqlType.BYTEA : table.columns().get(target).type();
  }

  private static Column stored(String name) {
    return new Column(0, name, SqlType.BYTEA, true, Optional.empty(), Optional.empty());
  }

  private static Column withoutDefault(Column column) {
    return new Column(
        column.id(),
        column.name(),
        column.type(),
        column.notNull(),
        Optional.empty(),
        Optional.empty());
  }
}
