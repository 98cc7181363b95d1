package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser;
import io.gabbro.grammar.GabbroParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds what operators connect: constants, names, CASE, CAST and parentheses. */
final class PrimaryBuilder extends GabbroParserBaseVisitor<Expression> {
  private final ExpressionBuilder expressions;
  private final StatementTokens tokens;
  private final CallBuilder calls;

  PrimaryBuilder(ExpressionBuilder expressions, StatementTokens tokens) {
    this.expressions = expressions;
    this.tokens = tokens;
    this.calls = new CallBuilder(expressions);
  }

  private static SourcePosition position(ParserRuleContext context) {
    return Tokens.position(context.getStart());
  }

  @Override
  public Expression visitConstantValue(GabbroParser.ConstantValueContext context) {
    return visit(context.constant());
  }

  @Override
  public Expression visitNumberConstant(GabbroParser.NumberConstantContext context) {
    return new Expression.NumberLiteral(position(context), context.getStart().getText());
  }

  @Override
  public Expression visitStringConstant(GabbroParser.StringConstantContext context) {
    return new Expression.StringLiteral(position(context), Strings.value(context.string()));
  }

  @Override
  public Expression visitBinaryConstant(GabbroParser.BinaryConstantContext context) {
    String digits = Strings.hexadecimal(context.getStart());
    return new Expression.BinaryLiteral(position(context), digits);
  }

  @Override
  public Expression visitBooleanConstant(GabbroParser.BooleanConstantContext context) {
    return new Expression.BooleanLiteral(position(context), context.TRUE() != null);
  }

  @Override
  public Expression visitNullConstant(GabbroParser.NullConstantContext context) {
    return new Expression.NullLiteral(position(context));
  }

  @Override
  public Expression visitParameter(GabbroParser.ParameterContext context) {
    int index = tokens.parameterIndex(context.getStart());
    return new Expression.Parameter(position(context), index);
  }

  @Override
  public Expression visitParenthesized(GabbroParser.ParenthesizedContext context) {
    return expressions.expression(context.expression());
  }

  @Override
  public Expression visitCaseExpression(GabbroParser.CaseExpressionContext context) {
    int levels = expressions.enter(context, 1);
    Optional<Expression> operand =
        Optional.ofNullable(context.operand).map(expressions::expression);
    List<Expression.Case.When> whens = new ArrayList<>();
    for (GabbroParser.WhenClauseContext when : context.whenClause()) {
      whens.add(
          new Expression.Case.When(
              expressions.expression(when.expression(0)),
              expressions.expression(when.expression(1))));
    }
    Optional<Expression> otherwise =
        Optional.ofNullable(context.otherwise).map(expressions::expression);
    expressions.leave(levels);
    return new Expression.Case(position(context), operand, whens, otherwise);
  }

  @Override
  public Expression visitCast(GabbroParser.CastContext context) {
    int levels = expressions.enter(context, 1);
    Expression value = expressions.expression(context.expression());
    expressions.leave(levels);
    return new Expression.Cast(position(context), value, TypeNames.of(context.dataType()));
  }

  @Override
  public Expression visitCurrentValue(GabbroParser.CurrentValueContext context) {
    return CallBuilder.call(Names.identifier(context), List.of());
  }

  @Override
  public Expression visitNamedPrimary(GabbroParser.NamedPrimaryContext context) {
    if (context.namedValue() instanceof GabbroParser.ColumnReferenceContext column) {
      return column(column);
    }
    int levels = expressions.enter(context, 1);
    Expression value = calls.visit(context.namedValue());
    expressions.leave(levels);
    return value;
  }

  private static Expression column(GabbroParser.ColumnReferenceContext context) {
    Identifier first = Names.identifier(context.name());
    return context.columnName() == null
        ? new Expression.ColumnName(first.position(), Optional.empty(), first)
        : new Expression.ColumnName(
            first.position(), Optional.of(first), Names.identifier(context.columnName()));
  }
}
