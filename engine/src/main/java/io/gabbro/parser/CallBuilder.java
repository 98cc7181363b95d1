package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.SortItem;
import io.gabbro.ast.TypeName;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser;
import io.gabbro.grammar.GabbroParserBaseVisitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds calls, with a syntax of their own or without, and literals with a type in front. */
final class CallBuilder extends GabbroParserBaseVisitor<Expression> {
  private final ExpressionBuilder expressions;

  CallBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  /** A call with plain arguments. */
  static Expression call(Identifier name, List<Expression> arguments) {
    return new Expression.FunctionCall(
        name.position(), name, arguments, false, false, List.of(), Optional.empty());
  }

  private static Identifier name(ParserRuleContext context, String name) {
    return new Identifier(Tokens.position(context.getStart()), name);
  }

  @Override
  public Expression visitFunctionCall(GabbroParser.FunctionCallContext context) {
    Identifier name = Names.identifier(context.functionName());
    Optional<Expression> filter =
        Optional.ofNullable(context.filter()).map(f -> expressions.expression(f.expression()));
    GabbroParser.CallArgumentsContext arguments = context.callArguments();
    if (arguments == null) {
      return new Expression.FunctionCall(
          name.position(), name, List.of(), false, false, List.of(), filter);
    }
    List<SortItem> orderBy = SortItems.of(arguments.orderBy(), expressions);
    return new Expression.FunctionCall(
        name.position(),
        name,
        expressions.expressions(arguments.expression()),
        arguments.ASTERISK() != null,
        arguments.DISTINCT() != null,
        orderBy,
        filter);
  }

  @Override
  public Expression visitTypedLiteral(GabbroParser.TypedLiteralContext context) {
    TypeName type = TypeNames.of(context.literalType());
    return new Expression.TypedLiteral(type.position(), type, Strings.value(context.string()));
  }

  @Override
  public Expression visitIntervalLiteral(GabbroParser.IntervalLiteralContext context) {
    SourcePosition position = Tokens.position(context.getStart());
    String text = Strings.value(context.string());
    if (context.intervalUnit() == null) {
      TypeName type = new TypeName(position, "interval", List.of());
      return new Expression.TypedLiteral(position, type, text);
    }
    String unit = Names.fold(context.intervalUnit().getText());
    String singular = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    return new Expression.IntervalLiteral(position, text, singular);
  }

  @Override
  public Expression visitExtract(GabbroParser.ExtractContext context) {
    Identifier field =
        context.name() != null
            ? Names.identifier(context.name())
            : name(context.string(), Strings.value(context.string()));
    Expression literal = new Expression.StringLiteral(field.position(), field.name());
    Expression source = expressions.expression(context.expression());
    return call(name(context, "extract"), List.of(literal, source));
  }

  @Override
  public Expression visitPosition(GabbroParser.PositionContext context) {
    Expression part = expressions.arithmetic(context.arithmetic(0));
    Expression whole = expressions.arithmetic(context.arithmetic(1));
    return call(name(context, "position"), List.of(part, whole));
  }

  @Override
  public Expression visitSubstring(GabbroParser.SubstringContext context) {
    List<Expression> arguments = expressions.expressions(context.expression());
    if (context.length != null && context.from == null) {
      SourcePosition position = Tokens.position(context.FOR().getSymbol());
      arguments.add(1, new Expression.NumberLiteral(position, "1"));
    }
    return call(name(context, "substring"), arguments);
  }

  @Override
  public Expression visitOverlay(GabbroParser.OverlayContext context) {
    return call(name(context, "overlay"), expressions.expressions(context.expression()));
  }

  @Override
  public Expression visitTrim(GabbroParser.TrimContext context) {
    String function =
        context.side == null
            ? "btrim"
            : switch (context.side.getType()) {
              case GabbroParser.LEADING -> "ltrim";
              case GabbroParser.TRAILING -> "rtrim";
              default -> "btrim";
            };
    List<Expression> arguments = new ArrayList<>(expressions.expressions(context.expression()));
    if (context.FROM() != null && arguments.size() == 2) {
      Collections.swap(arguments, 0, 1);
    }
    return call(name(context, function), arguments);
  }
}
