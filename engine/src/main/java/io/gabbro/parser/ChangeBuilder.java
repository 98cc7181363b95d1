package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Query;
import io.gabbro.ast.Statement;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser;
import io.gabbro.grammar.GabbroParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds INSERT, UPDATE and DELETE. */
final class ChangeBuilder extends GabbroParserBaseVisitor<Statement> {
  private final ExpressionBuilder expressions;
  private final QueryBuilder queries;

  ChangeBuilder(ExpressionBuilder expressions, QueryBuilder queries) {
    this.expressions = expressions;
    this.queries = queries;
  }

  @Override
  public Statement visitInsert(GabbroParser.InsertContext context) {
    Optional<Query> source =
        Optional.ofNullable(context.insertSource().query()).map(q -> queries.query(q, true));
    return new Statement.Insert(
        position(context),
        Names.table(context.tableName()),
        Names.columns(context.columnList()),
        source,
        queries.returning(context.returning()));
  }

  @Override
  public Statement visitUpdate(GabbroParser.UpdateContext context) {
    List<Statement.Update.Assignment> assignments = new ArrayList<>();
    for (GabbroParser.AssignmentContext assignment : context.assignment()) {
      Expression value =
          assignment.expression() == null
              ? new Expression.DefaultValue(Tokens.position(assignment.getStop()))
              : expressions.expression(assignment.expression());
      assignments.add(
          new Statement.Update.Assignment(Names.identifier(assignment.columnName()), value));
    }
    return new Statement.Update(
        position(context),
        Names.table(context.tableName()),
        Names.alias(context.tableAlias()),
        assignments,
        queries.where(context.where()),
        queries.returning(context.returning()));
  }

  @Override
  public Statement visitDelete(GabbroParser.DeleteContext context) {
    return new Statement.Delete(
        position(context),
        Names.table(context.tableName()),
        Names.alias(context.tableAlias()),
        queries.where(context.where()),
        queries.returning(context.returning()));
  }

  private static SourcePosition position(ParserRuleContext context) {
    return Tokens.position(context.getStart());
  }
}
