package io.gabbro.parser;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.ast.ExpressionVisitor;
import io.gabbro.ast.SortItem;
import io.gabbro.ast.UnaryOperator;
import java.util.List;
import java.util.Optional;

/** Writes expressions. */
final class ExpressionFormatter implements ExpressionVisitor<Void> {
  private final StringBuilder out;
  private int nextParameter;
  private boolean parametersInOrder = true;

  ExpressionFormatter(StringBuilder out) {
    this.out = out;
  }

  /** Writes an expression where any may stand. */
  void expression(Expression expression) {
    operand(expression, Precedence.OR);
  }

  /** Writes an expression where only operators of at least this precedence may stand. */
  void operand(Expression expression, int precedence) {
    boolean parentheses = Precedence.of(expression) < precedence;
    out.append(parentheses ? "(" : "");
    expression.accept(this);
    out.append(parentheses ? ")" : "");
  }

  /** Writes expressions with commas between them. */
  void list(List<Expression> expressions) {
    String separator = "";
    for (Expression expression : expressions) {
      out.append(separator);
      expression(expression);
      separator = ", ";
    }
  }

  /** Writes {@code ORDER BY} and its items behind {@code prefix}, or nothing without items. */
  void orderBy(String prefix, List<SortItem> items) {
    String separator = prefix + "ORDER BY ";
    for (SortItem item : items) {
      out.append(separator);
      expression(item.expression());
      out.append(item.descending() ? " DESC" : "");
      item.nullsFirst().ifPresent(first -> out.append(first ? " NULLS FIRST" : " NULLS LAST"));
      separator = ", ";
    }
  }

  private Void text(String text) {
    out.append(text);
    return null;
  }

  @Override
  public Void visitNullLiteral(Expression.NullLiteral expression) {
    return text("NULL");
  }

  @Override
  public Void visitBooleanLiteral(Expression.BooleanLiteral expression) {
    return text(expression.value() ? "TRUE" : "FALSE");
  }

  @Override
  public Void visitNumberLiteral(Expression.NumberLiteral expression) {
    return text(expression.text());
  }

  @Override
  public Void visitStringLiteral(Expression.StringLiteral expression) {
    return text(NameFormatter.string(expression.value()));
  }

  @Override
  public Void visitBinaryLiteral(Expression.BinaryLiteral expression) {
    return text("X'" + expression.hexadecimal() + "'");
  }

  @Override
  public Void visitTypedLiteral(Expression.TypedLiteral expression) {
    String type = NameFormatter.upper(NameFormatter.type(expression.type()));
    return text(type + " " + NameFormatter.string(expression.text()));
  }

  @Override
  public Void visitIntervalLiteral(Expression.IntervalLiteral expression) {
    String unit = NameFormatter.upper(expression.unit());
    return text("INTERVAL " + NameFormatter.string(expression.text()) + " " + unit);
  }

  /**
   * Runs {@code usual}, unless that would write parameters in another order than they have and
   * {@code other} would not: their numbers follow from the order.
   */
  void write(Runnable usual, Runnable other) {
    int length = out.length();
    int parameter = nextParameter;
    boolean inOrder = parametersInOrder;
    usual.run();
    if (inOrder && !parametersInOrder) {
      out.setLength(length);
      nextParameter = parameter;
      parametersInOrder = true;
      other.run();
    }
  }

  @Override
  public Void visitParameter(Expression.Parameter expression) {
    parametersInOrder &= expression.index() == nextParameter;
    nextParameter = expression.index() + 1;
    return text("?");
  }

  @Override
  public Void visitColumnName(Expression.ColumnName expression) {
    expression.table().ifPresent(table -> out.append(NameFormatter.name(table)).append('.'));
    return text(NameFormatter.name(expression.column()));
  }

  @Override
  public Void visitUnary(Expression.Unary expression) {
    Expression operand = expression.operand();
    boolean not = expression.operator() == UnaryOperator.NOT;
    boolean sign =
        operand instanceof Expression.Unary inner && inner.operator() != UnaryOperator.NOT;
    out.append(expression.operator().symbol()).append(not || sign ? " " : "");
    operand(operand, Precedence.of(expression.operator()));
    return null;
  }

  @Override
  public Void visitBinary(Expression.Binary expression) {
    BinaryOperator operator = expression.operator();
    int precedence = Precedence.of(operator);
    if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
      Optional<List<Expression>> chain = LogicalChain.terms(expression);
      List<Expression> terms =
          chain.orElseGet(() -> List.of(expression.left(), expression.right()));
      String separator = "";
      for (Expression term : terms) {
        out.append(separator);
        operand(term, precedence + 1);
        separator = " " + operator.symbol() + " ";
      }
      return null;
    }
    boolean leftAssociative = precedence != Precedence.COMPARISON;
    operand(expression.left(), leftAssociative ? precedence : precedence + 1);
    out.append(' ').append(operator.symbol()).append(' ');
    operand(expression.right(), precedence + 1);
    return null;
  }

  @Override
  public Void visitBetween(Expression.Between expression) {
    operand(expression.value(), Precedence.CONCAT);
    out.append(expression.negated() ? " NOT BETWEEN " : " BETWEEN ");
    operand(expression.low(), Precedence.CONCAT);
    out.append(" AND ");
    operand(expression.high(), Precedence.CONCAT);
    return null;
  }

  @Override
  public Void visitInList(Expression.InList expression) {
    operand(expression.value(), Precedence.CONCAT);
    out.append(expression.negated() ? " NOT IN (" : " IN (");
    list(expression.list());
    out.append(')');
    return null;
  }

  @Override
  public Void visitLike(Expression.Like expression) {
    operand(expression.value(), Precedence.CONCAT);
    out.append(expression.negated() ? " NOT" : "");
    out.append(expression.caseInsensitive() ? " ILIKE " : " LIKE ");
    operand(expression.pattern(), Precedence.CONCAT);
    expression
        .escape()
        .ifPresent(
            escape -> {
              out.append(" ESCAPE ");
              operand(escape, Precedence.CONCAT);
            });
    return null;
  }

  @Override
  public Void visitIsNull(Expression.IsNull expression) {
    operand(expression.value(), Precedence.IS);
    return text(expression.negated() ? " IS NOT NULL" : " IS NULL");
  }

  @Override
  public Void visitIsBoolean(Expression.IsBoolean expression) {
    operand(expression.value(), Precedence.IS);
    out.append(expression.negated() ? " IS NOT " : " IS ");
    return text(expression.truth().map(truth -> truth ? "TRUE" : "FALSE").orElse("UNKNOWN"));
  }

  @Override
  public Void visitCase(Expression.Case expression) {
    out.append("CASE");
    expression.operand().ifPresent(operand -> part(" ", operand));
    for (Expression.Case.When when : expression.whens()) {
      part(" WHEN ", when.condition());
      part(" THEN ", when.result());
    }
    expression.otherwise().ifPresent(otherwise -> part(" ELSE ", otherwise));
    return text(" END");
  }

  private void part(String keyword, Expression expression) {
    out.append(keyword);
    expression(expression);
  }

  @Override
  public Void visitCast(Expression.Cast expression) {
    part("CAST(", expression.value());
    return text(" AS " + NameFormatter.type(expression.type()) + ")");
  }

  @Override
  public Void visitFunctionCall(Expression.FunctionCall expression) {
    new CallFormatter(this, out).call(expression);
    return null;
  }

  @Override
  public Void visitDefaultValue(Expression.DefaultValue expression) {
    return text("DEFAULT");
  }
}
