package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.List;
import java.util.Optional;

/** A value or boolean expression as written. */
public sealed interface Expression {
  /** Where it starts; for an operator, where the operator stands. */
  SourcePosition position();

  /** Calls the method of {@code visitor} for this kind of expression. */
  <R> R accept(ExpressionVisitor<R> visitor);

  /** {@code NULL}. */
  record NullLiteral(SourcePosition position) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitNullLiteral(this);
    }
  }

  /** {@code TRUE} or {@code FALSE}. */
  record BooleanLiteral(SourcePosition position, boolean value) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitBooleanLiteral(this);
    }
  }

  /** A number without sign: {@code 42}, {@code 1.50}, {@code 1e10}; {@code text} as written. */
  record NumberLiteral(SourcePosition position, String text) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitNumberLiteral(this);
    }
  }

  /** A character string; {@code value} without quotes and with doubled quotes resolved. */
  record StringLiteral(SourcePosition position, String value) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitStringLiteral(this);
    }
  }

  /** A binary string {@code X'CAFE'}; {@code hexadecimal} holds the digits, an even number. */
  record BinaryLiteral(SourcePosition position, String hexadecimal) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitBinaryLiteral(this);
    }
  }

  /**
   * A literal with its type in front: {@code DATE '2024-01-31'}, {@code TIMESTAMP '…'}, {@code UUID
   * '…'}, {@code INTERVAL '3 days'}.
   */
  record TypedLiteral(SourcePosition position, TypeName type, String text) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitTypedLiteral(this);
    }
  }

  /** {@code INTERVAL '3' MONTH}; {@code unit} in lower case and singular. */
  record IntervalLiteral(SourcePosition position, String text, String unit) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitIntervalLiteral(this);
    }
  }

  /** A positional parameter {@code ?}; {@code index} counts from zero in the order of the text. */
  record Parameter(SourcePosition position, int index) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitParameter(this);
    }
  }

  /** A column, perhaps with its table in front. */
  record ColumnName(SourcePosition position, Optional<Identifier> table, Identifier column)
      implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitColumnName(this);
    }
  }

  /** {@code -a}, {@code +a}, {@code NOT a}. */
  record Unary(SourcePosition position, UnaryOperator operator, Expression operand)
      implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitUnary(this);
    }
  }

  /** {@code a + b}, {@code a = b}, {@code a AND b}, {@code a IS DISTINCT FROM b} and the like. */
  record Binary(SourcePosition position, BinaryOperator operator, Expression left, Expression right)
      implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitBinary(this);
    }
  }

  /** {@code value [NOT] BETWEEN low AND high}. */
  record Between(
      SourcePosition position, Expression value, Expression low, Expression high, boolean negated)
      implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitBetween(this);
    }
  }

  /** {@code value [NOT] IN (a, b, …)}; the list is not empty. */
  record InList(SourcePosition position, Expression value, List<Expression> list, boolean negated)
      implements Expression {
    /** Copies the list. */
    public InList {
      list = List.copyOf(list);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitInList(this);
    }
  }

  /** {@code value [NOT] LIKE|ILIKE pattern [ESCAPE escape]}. */
  record Like(
      SourcePosition position,
      Expression value,
      Expression pattern,
      Optional<Expression> escape,
      boolean caseInsensitive,
      boolean negated)
      implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitLike(this);
    }
  }

  /** {@code value IS [NOT] NULL}. */
  record IsNull(SourcePosition position, Expression value, boolean negated) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitIsNull(this);
    }
  }

  /** {@code value IS [NOT] TRUE|FALSE|UNKNOWN}; {@code truth} is empty for UNKNOWN. */
  record IsBoolean(
      SourcePosition position, Expression value, Optional<Boolean> truth, boolean negated)
      implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitIsBoolean(this);
    }
  }

  /** Both forms of {@code CASE}; {@code operand} is present in the simple form. */
  record Case(
      SourcePosition position,
      Optional<Expression> operand,
      List<When> whens,
      Optional<Expression> otherwise)
      implements Expression {
    /** Copies the list. */
    public Case {
      whens = List.copyOf(whens);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitCase(this);
    }

    /** {@code WHEN condition THEN result}. */
    public record When(Expression condition, Expression result) {}
  }

  /** {@code CAST(value AS type)} or {@code value::type}. */
  record Cast(SourcePosition position, Expression value, TypeName type) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitCast(this);
    }
  }

  /**
   * A call of a scalar or aggregate function. Special forms are calls too: {@code EXTRACT(year FROM
   * d)} is {@code extract('year', d)}, {@code SUBSTRING(s FROM a FOR b)} is {@code substring(s, a,
   * b)}, {@code POSITION(a IN b)} is {@code position(a, b)}, {@code TRIM(LEADING x FROM s)} is
   * {@code ltrim(s, x)} (TRAILING: {@code rtrim}, BOTH or nothing: {@code btrim}), {@code
   * CURRENT_DATE} is {@code current_date()}, {@code COALESCE} and {@code NULLIF} are calls of those
   * names.
   *
   * @param position where the name stands
   * @param name the function
   * @param arguments the arguments; empty for {@code f()} and {@code count(*)}
   * @param star whether {@code *} stood in place of arguments
   * @param distinct whether DISTINCT stood in front of the arguments
   * @param orderBy the order in which an aggregate sees its rows, empty where none was written
   * @param filter the condition of {@code FILTER (WHERE …)}
   */
  record FunctionCall(
      SourcePosition position,
      Identifier name,
      List<Expression> arguments,
      boolean star,
      boolean distinct,
      List<SortItem> orderBy,
      Optional<Expression> filter)
      implements Expression {
    /** Copies the lists. */
    public FunctionCall {
      arguments = List.copyOf(arguments);
      orderBy = List.copyOf(orderBy);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitFunctionCall(this);
    }
  }

  /** {@code DEFAULT} in place of a value of INSERT or UPDATE. */
  record DefaultValue(SourcePosition position) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.visitDefaultValue(this);
    }
  }
}
