package io.gabbro.parser;

import io.gabbro.ast.AlterAction;
import io.gabbro.ast.ColumnDefinition;
import io.gabbro.ast.ColumnSource;
import io.gabbro.ast.KeyColumn;
import io.gabbro.ast.Statement;
import io.gabbro.ast.StatementOption;
import io.gabbro.ast.TableMapping;

/** Writes CREATE TABLE and the actions of ALTER TABLE. */
final class DefinitionFormatter {
  private final StringBuilder out;

  DefinitionFormatter(StringBuilder out) {
    this.out = out;
  }

  void createTable(Statement.CreateTable statement) {
    out.append("CREATE TABLE ").append(statement.ifNotExists() ? "IF NOT EXISTS " : "");
    out.append(NameFormatter.name(statement.name()));
    String separator = " (";
    for (ColumnDefinition column : statement.columns()) {
      out.append(separator);
      column(column);
      separator = ", ";
    }
    if (!statement.primaryKey().isEmpty()) {
      out.append(separator).append("PRIMARY KEY ");
      separator = "(";
      for (KeyColumn column : statement.primaryKey()) {
        out.append(separator).append(NameFormatter.name(column.name()));
        out.append(column.descending() ? " DESC" : "");
        separator = ", ";
      }
      out.append(')');
    }
    out.append(statement.columns().isEmpty() ? "" : ")");
    statement.mapping().ifPresent(this::mapping);
  }

  private void mapping(TableMapping mapping) {
    out.append(" USING ").append(NameFormatter.name(mapping.serializer()));
    String separator = " OPTIONS (";
    for (StatementOption option : mapping.options()) {
      out.append(separator).append(NameFormatter.optionName(option.name())).append(' ');
      out.append(NameFormatter.string(option.value().orElse("")));
      separator = ", ";
    }
    out.append(mapping.options().isEmpty() ? "" : ")");
  }

  private void source(ColumnSource source) {
    source.path().ifPresent(path -> out.append(" PATH ").append(NameFormatter.string(path)));
    source.offset().ifPresent(offset -> out.append(" AT ").append(offset));
    out.append(source.littleEndian() ? " LITTLE ENDIAN" : "");
  }

  void column(ColumnDefinition column) {
    out.append(NameFormatter.name(column.name())).append(' ');
    out.append(NameFormatter.type(column.type()));
    column.source().ifPresent(this::source);
    column
        .defaultValue()
        .ifPresent(
            value -> {
              out.append(" DEFAULT ");
              new ExpressionFormatter(out).operand(value, Precedence.CONCAT);
            });
    out.append(column.notNull() ? " NOT NULL" : "");
    out.append(column.primaryKey() ? " PRIMARY KEY" : "");
  }

  void action(AlterAction action) {
    if (action instanceof AlterAction.AddColumn add) {
      out.append("ADD COLUMN ").append(add.ifNotExists() ? "IF NOT EXISTS " : "");
      column(add.definition());
    } else if (action instanceof AlterAction.DropColumn drop) {
      out.append("DROP COLUMN ").append(drop.ifExists() ? "IF EXISTS " : "");
      out.append(NameFormatter.name(drop.name()));
    } else if (action instanceof AlterAction.RenameColumn rename) {
      out.append("RENAME COLUMN ").append(NameFormatter.name(rename.from()));
      out.append(" TO ").append(NameFormatter.name(rename.to()));
    } else {
      AlterAction.RenameTable rename = (AlterAction.RenameTable) action;
      out.append("RENAME TO ").append(NameFormatter.name(rename.to()));
    }
  }
}
