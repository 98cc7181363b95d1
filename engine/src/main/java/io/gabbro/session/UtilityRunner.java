package io.gabbro.session;

import io.gabbro.ast.Statement;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.catalog.TableDdl;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs DDL, SHOW, SET and maintenance in a scope. */
final class UtilityRunner {
  private final EmbeddedSession session;
  private final StatementScope scope;

  UtilityRunner(EmbeddedSession session, StatementScope scope) {
    this.session = session;
    this.scope = scope;
  }

  /** Runs a statement; {@code columns} are those of its result. */
  Result run(Statement statement, List<ResultColumn> columns) {
    if (statement instanceof Statement.Maintenance maintenance) {
      return new MaintenanceRunner(session, scope).run(maintenance.action(), columns);
    }
    if (!columns.isEmpty()) {
      BatchList rows = new BatchList(columns);
      rows.addText(show(statement));
      return rows;
    }
    TableChanges changes = new TableChanges(session, scope);
    if (statement instanceof Statement.CreateTable create) {
      changes.create(create);
    } else if (statement instanceof Statement.DropTable drop) {
      changes.drop(drop);
    } else if (statement instanceof Statement.AlterTable alter) {
      changes.alter(alter);
    } else if (statement instanceof Statement.Truncate truncate) {
      changes.truncate(truncate);
    } else if (statement instanceof Statement.SetOption set) {
      set(set);
    } else {
      throw new GabbroException(ErrorCode.INTERNAL, "no way to run " + statement);
    }
    return new Result.UpdateCount(0);
  }

  private void set(Statement.SetOption set) {
    Option option = OptionNames.find(set.option().name());
    session.setOption(option, set.value().orElse(option.defaultValue()));
  }

  private List<String[]> show(Statement statement) {
    CatalogSnapshot catalog = scope.transaction().schema().catalog();
    if (statement instanceof Statement.ShowTables) {
      return catalog.tables().stream().map(UtilityRunner::tableRow).toList();
    } else if (statement instanceof Statement.Describe describe) {
      return describe(find(catalog, describe.table()));
    } else if (statement instanceof Statement.ShowColumnFamilies) {
      return new SystemRows(session, catalog).showColumnFamilies();
    } else if (statement instanceof Statement.ShowCreateTable create) {
      return row(TableDdl.format(find(catalog, create.table())));
    } else if (statement instanceof Statement.ShowOption show) {
      return show.option().isPresent()
          ? List.<String[]>of(optionRow(OptionNames.find(show.option().get().name())))
          : Arrays.stream(Option.values()).map(this::optionRow).toList();
    }
    throw new GabbroException(ErrorCode.INTERNAL, "no way to show " + statement);
  }

  private static List<String[]> row(String... values) {
    return List.<String[]>of(values);
  }

  private static TableDefinition find(CatalogSnapshot catalog, io.gabbro.ast.QualifiedName name) {
    return catalog
        .table(TableBuilder.nameOf(name))
        .orElseThrow(() -> TableChanges.undefined(catalog, name));
  }

  private static String[] tableRow(TableDefinition table) {
    return new String[] {
      table.name().schema(),
      table.name().name(),
      table.mapping().isPresent() ? "mapped table" : "table",
      Integer.toString(table.columns().size())
    };
  }

  private static List<String[]> describe(TableDefinition table) {
    List<String[]> rows = new ArrayList<>();
    for (int index = 0; index < table.columns().size(); index++) {
      Column column = table.columns().get(index);
      rows.add(
          new String[] {
            column.name(),
            column.type().toString(),
            column.notNull() ? "no" : "yes",
            column.defaultSql().orElse(null),
            keyText(table, index)
          });
    }
    return rows;
  }

  private static String keyText(TableDefinition table, int column) {
    for (int part = 0; part < table.primaryKey().size(); part++) {
      KeyColumn key = table.primaryKey().get(part);
      if (key.column() == column) {
        return "primary key, part " + (part + 1) + (key.descending() ? ", descending" : "");
      }
    }
    return null;
  }

  private String[] optionRow(Option option) {
    return new String[] {
      option.key(), session.option(option), option.defaultValue(), option.description()
    };
  }
}
