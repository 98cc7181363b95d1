package io.gabbro.parser;

import io.gabbro.ast.AlterAction;
import io.gabbro.ast.ColumnDefinition;
import io.gabbro.ast.ColumnSource;
import io.gabbro.ast.KeyColumn;
import io.gabbro.ast.Statement;
import io.gabbro.ast.StatementOption;
import io.gabbro.ast.TableMapping;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser;
import io.gabbro.grammar.GabbroParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds CREATE TABLE and the actions of ALTER TABLE. */
final class DefinitionBuilder extends GabbroParserBaseVisitor<AlterAction> {
  private final ExpressionBuilder expressions;

  DefinitionBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  Statement createTable(GabbroParser.CreateTableContext context) {
    List<ColumnDefinition> columns = new ArrayList<>();
    List<KeyColumn> primaryKey = new ArrayList<>();
    int primaryKeys = 0;
    for (GabbroParser.TableElementContext element : context.tableElement()) {
      if (element.columnDefinition() != null) {
        ColumnDefinition column = column(element.columnDefinition());
        columns.add(column);
        primaryKeys += column.primaryKey() ? 1 : 0;
      } else {
        primaryKey = key(element.tableConstraint());
        primaryKeys++;
      }
      if (primaryKeys > 1) {
        throw GabbroException.at(
            position(element),
            ErrorCode.INVALID_TABLE_DEFINITION,
            "multiple primary keys for table \""
                + Names.table(context.tableName())
                + "\" are not allowed");
      }
    }
    return new Statement.CreateTable(
        position(context),
        Names.table(context.tableName()),
        context.ifNotExists() != null,
        columns,
        primaryKey,
        Optional.ofNullable(context.tableMapping()).map(DefinitionBuilder::mapping));
  }

  private static List<KeyColumn> key(GabbroParser.TableConstraintContext context) {
    List<KeyColumn> key = new ArrayList<>();
    for (GabbroParser.KeyColumnContext column : context.keyColumn()) {
      key.add(new KeyColumn(Names.identifier(column.columnName()), column.DESC() != null));
    }
    return key;
  }

  private ColumnDefinition column(GabbroParser.ColumnDefinitionContext context) {
    ColumnConstraints constraints = ColumnConstraints.of(context.columnConstraint(), expressions);
    return new ColumnDefinition(
        position(context),
        Names.identifier(context.columnName()),
        TypeNames.of(context.dataType()),
        Optional.ofNullable(context.columnSource()).map(DefinitionBuilder::source),
        constraints.notNull(),
        constraints.primaryKey(),
        constraints.defaultValue());
  }

  private static ColumnSource source(GabbroParser.ColumnSourceContext context) {
    if (context.PATH() != null) {
      return new ColumnSource(
          Optional.of(Strings.value(context.string())), Optional.empty(), false);
    }
    String number = context.NUMBER().getText();
    try {
      return new ColumnSource(
          Optional.empty(), Optional.of(Integer.valueOf(number)), context.LITTLE() != null);
    } catch (NumberFormatException e) {
      throw SyntaxError.at(
          context.NUMBER().getSymbol(), "a place in a value is a whole number of bytes");
    }
  }

  private static TableMapping mapping(GabbroParser.TableMappingContext context) {
    List<StatementOption> options = new ArrayList<>();
    for (GabbroParser.MappingOptionContext option : context.mappingOption()) {
      options.add(
          new StatementOption(
              Names.identifier(option.anyWord()),
              Optional.of(OptionValues.text(option.optionValue()))));
    }
    return new TableMapping(Names.identifier(context.name()), options);
  }

  @Override
  public AlterAction visitAddColumn(GabbroParser.AddColumnContext context) {
    return new AlterAction.AddColumn(
        position(context), column(context.columnDefinition()), context.ifNotExists() != null);
  }

  @Override
  public AlterAction visitDropColumn(GabbroParser.DropColumnContext context) {
    return new AlterAction.DropColumn(
        position(context), Names.identifier(context.columnName()), context.ifExists() != null);
  }

  @Override
  public AlterAction visitRenameColumn(GabbroParser.RenameColumnContext context) {
    return new AlterAction.RenameColumn(
        position(context),
        Names.identifier(context.columnName(0)),
        Names.identifier(context.columnName(1)));
  }

  @Override
  public AlterAction visitRenameTable(GabbroParser.RenameTableContext context) {
    return new AlterAction.RenameTable(position(context), Names.identifier(context.name()));
  }

  private static SourcePosition position(ParserRuleContext context) {
    return Tokens.position(context.getStart());
  }
}
