package io.gabbro.catalog;

import io.gabbro.ast.ColumnDefinition;
import io.gabbro.ast.ColumnSource;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.Statement;
import io.gabbro.ast.StatementOption;
import io.gabbro.ast.TypeName;
import io.gabbro.error.SourcePosition;
import io.gabbro.parser.AstFormatter;
import io.gabbro.parser.SqlParser;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;

/** The CREATE TABLE statement of a table. */
public final class TableDdl {
  private static final SourcePosition NOWHERE = SourcePosition.START;

  private TableDdl() {}

  /** The statement that makes such a table. */
  public static String format(TableDefinition table) {
    return AstFormatter.format(statement(table));
  }

  private static Statement.CreateTable statement(TableDefinition table) {
    return new Statement.CreateTable(
        NOWHERE,
        new QualifiedName(
            table.name().schema().equals(TableName.DEFAULT_SCHEMA)
                ? Optional.empty()
                : Optional.of(identifier(table.name().schema())),
            identifier(table.name().name())),
        false,
        table.columns().stream().map(TableDdl::definition).toList(),
        table.primaryKey().stream()
            .map(
                part ->
                    new io.gabbro.ast.KeyColumn(
                        identifier(table.columns().get(part.column()).name()), part.descending()))
            .toList(),
        table.mapping().map(TableDdl::mapping));
  }

  private static ColumnDefinition definition(Column column) {
    return new ColumnDefinition(
        NOWHERE,
        identifier(column.name()),
        typeName(column.type()),
        source(column),
        column.notNull(),
        false,
        column.defaultSql().map(SqlParser::parseExpression));
  }

  private static Optional<ColumnSource> source(Column column) {
    return column
        .place()
        .map(
            place ->
                new ColumnSource(
                    Optional.empty(), Optional.of(place.offset()), place.littleEndian()))
        .or(
            () ->
                column
                    .path()
                    .map(path -> new ColumnSource(Optional.of(path), Optional.empty(), false)));
  }

  private static io.gabbro.ast.TableMapping mapping(TableMapping mapping) {
    return new io.gabbro.ast.TableMapping(
        identifier(mapping.serializer()),
        mapping.options().all().entrySet().stream()
            .map(
                option ->
                    new StatementOption(
                        identifier(option.getKey()), Optional.of(option.getValue())))
            .toList());
  }

  private static TypeName typeName(SqlType type) {
    List<Integer> arguments =
        type.length() == SqlType.UNBOUNDED
            ? List.of()
            : type.kind() == TypeKind.NUMERIC
                ? List.of(type.length(), type.scale())
                : List.of(type.length());
    String text = type.toString();
    int parenthesis = text.indexOf('(');
    return new TypeName(
        NOWHERE, parenthesis < 0 ? text : text.substring(0, parenthesis), arguments);
  }

  private static Identifier identifier(String name) {
    return new Identifier(NOWHERE, name);
  }
}
