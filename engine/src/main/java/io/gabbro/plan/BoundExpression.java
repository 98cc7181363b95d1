package io.gabbro.plan;

import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A typed expression. Columns are named by ids that are unique in a statement, never by position.
 * Immutable; equal when the same value is computed in the same way.
 */
public sealed interface BoundExpression {
  /** The type of its value. */
  SqlType type();

  /**
   * A constant.
   *
   * @param type its type
   * @param value the natural Java object of the type (see {@code io.gabbro.type}), or null
   */
  record Constant(SqlType type, Object value) implements BoundExpression {
    @Override
    public boolean equals(Object other) {
      return other instanceof Constant that
          && type.equals(that.type)
          && Objects.deepEquals(value, that.value);
    }

    @Override
    public int hashCode() {
      return value instanceof byte[] bytes
          ? java.util.Arrays.hashCode(bytes)
          : Objects.hash(type, value);
    }
  }

  /** A column of the input, by its id. */
  record ColumnReference(int id, String name, SqlType type) implements BoundExpression {}

  /** A positional parameter, from zero. */
  record ParameterReference(int index, SqlType type) implements BoundExpression {}

  /**
   * A call of a scalar function, an operator or a cast (name {@code cast}); the arguments already
   * have the types of the signature's parameters.
   */
  record Call(String name, ScalarSignature signature, List<BoundExpression> arguments)
      implements BoundExpression {
    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public SqlType type() {
      return signature.result();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Call that
          && name.equals(that.name)
          && signature.parameters().equals(that.signature.parameters())
          && signature.result().equals(that.signature.result())
          && signature.stable()
          && that.signature.stable()
          && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, signature.result(), arguments);
    }
  }

  /**
   * All of these, in three-valued logic; later ones are not evaluated where an earlier is false.
   */
  record And(List<BoundExpression> conditions) implements BoundExpression {
    /** Copies the list. */
    public And {
      conditions = List.copyOf(conditions);
    }

    @Override
    public SqlType type() {
      return SqlType.BOOLEAN;
    }
  }

  /** One of these, in three-valued logic; later ones are not evaluated where an earlier is true. */
  record Or(List<BoundExpression> conditions) implements BoundExpression {
    /** Copies the list. */
    public Or {
      conditions = List.copyOf(conditions);
    }

    @Override
    public SqlType type() {
      return SqlType.BOOLEAN;
    }
  }

  /** The opposite, in three-valued logic. */
  record Not(BoundExpression condition) implements BoundExpression {
    @Override
    public SqlType type() {
      return SqlType.BOOLEAN;
    }
  }

  /** {@code value IS NULL}; its opposite is a {@link Not} around it. */
  record IsNull(BoundExpression value) implements BoundExpression {
    @Override
    public SqlType type() {
      return SqlType.BOOLEAN;
    }
  }

  /**
   * {@code value IN (list)}; all have the same type. NULL where no item is equal and the value or
   * an item is NULL.
   */
  record InList(BoundExpression value, List<BoundExpression> list) implements BoundExpression {
    /** Copies the list. */
    public InList {
      list = List.copyOf(list);
    }

    @Override
    public SqlType type() {
      return SqlType.BOOLEAN;
    }
  }

  /** The searched form of CASE; all results have the same type. Branches are evaluated lazily. */
  record Case(SqlType type, List<When> whens, Optional<BoundExpression> otherwise)
      implements BoundExpression {
    /** Copies the list. */
    public Case {
      whens = List.copyOf(whens);
    }

    /** {@code WHEN condition THEN result}. */
    public record When(BoundExpression condition, BoundExpression result) {}
  }

  /** The first that is not NULL; all have the same type. Evaluated lazily. */
  record Coalesce(SqlType type, List<BoundExpression> arguments) implements BoundExpression {
    /** Copies the list. */
    public Coalesce {
      arguments = List.copyOf(arguments);
    }
  }
}
