package io.gabbro.plan;

import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A typed expression. Columns are named by ids that are unique in a statement, never by position.
 * Immutable; equal when the same value is computed in the same way.
 */
public sealed interface BoundExpression {
  /** The type of its value. */
  SqlType type();

  /** The expressions that its value is computed from, in order of evaluation; empty for leaves. */
  default List<BoundExpression> operands() {
    return List.of();
  }

  /** The same computation on other operands, as many as {@link #operands} has. */
  default BoundExpression withOperands(List<BoundExpression> operands) {
    return this;
  }

  /** The same computation on changed operands; this object where none has changed. */
  default BoundExpression mapOperands(UnaryOperator<BoundExpression> change) {
    List<BoundExpression> operands = operands();
    List<BoundExpression> changed = new ArrayList<>(operands.size());
    boolean same = true;
    for (BoundExpression operand : operands) {
      BoundExpression replacement = change.apply(operand);
      same &= replacement == operand;
      changed.add(replacement);
    }
    return same ? this : withOperands(changed);
  }

  /** Whether it or an expression below it satisfies a predicate. */
  default boolean contains(Predicate<? super BoundExpression> predicate) {
    if (predicate.test(this)) {
      return true;
    }
    for (BoundExpression operand : operands()) {
      if (operand.contains(predicate)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A constant.
   *
   * @param type its type
   * @param value the Java object that {@link ConstantValues} lists for the type, or null
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

  /** A column of the input, by its id; equal when the id is, for the name is only for people. */
  record ColumnReference(int id, String name, SqlType type) implements BoundExpression {
    @Override
    public boolean equals(Object other) {
      return other instanceof ColumnReference that && id == that.id;
    }

    @Override
    public int hashCode() {
      return id;
    }
  }

  /** A positional parameter, from zero. */
  record ParameterReference(int index, SqlType type) implements BoundExpression {}

  /**
   * A call of a scalar function, an operator or a cast (name {@value #CAST}); the arguments already
   * have the types of the signature's parameters, or types whose values lie in vectors in the same
   * way and are values of the parameter's type (VARCHAR(3) for TEXT, SMALLINT for INTEGER,
   * NUMERIC(5,2) for NUMERIC(9,2)).
   */
  record Call(String name, ScalarSignature signature, List<BoundExpression> arguments)
      implements BoundExpression {
    /** The name of casts. */
    public static final String CAST = "cast";

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

    @Override
    public List<BoundExpression> operands() {
      return arguments;
    }

    @Override
    public BoundExpression withOperands(List<BoundExpression> operands) {
      return new Call(name, signature, operands);
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

    @Override
    public List<BoundExpression> operands() {
      return conditions;
    }

    @Override
    public BoundExpression withOperands(List<BoundExpression> operands) {
      return new And(operands);
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

    @Override
    public List<BoundExpression> operands() {
      return conditions;
    }

    @Override
    public BoundExpression withOperands(List<BoundExpression> operands) {
      return new Or(operands);
    }
  }

  /** The opposite, in three-valued logic. */
  record Not(BoundExpression condition) implements BoundExpression {
    @Override
    public SqlType type() {
      return SqlType.BOOLEAN;
    }

    @Override
    public List<BoundExpression> operands() {
      return List.of(condition);
    }

    @Override
    public BoundExpression withOperands(List<BoundExpression> operands) {
      return new Not(operands.get(0));
    }
  }

  /** {@code value IS NULL}; its opposite is a {@link Not} around it. */
  record IsNull(BoundExpression value) implements BoundExpression {
    @Override
    public SqlType type() {
      return SqlType.BOOLEAN;
    }

    @Override
    public List<BoundExpression> operands() {
      return List.of(value);
    }

    @Override
    public BoundExpression withOperands(List<BoundExpression> operands) {
      return new IsNull(operands.get(0));
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

    @Override
    public List<BoundExpression> operands() {
      List<BoundExpression> operands = new ArrayList<>(list.size() + 1);
      operands.add(value);
      operands.addAll(list);
      return operands;
    }

    @Override
    public BoundExpression withOperands(List<BoundExpression> operands) {
      return new InList(operands.get(0), operands.subList(1, operands.size()));
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

    @Override
    public List<BoundExpression> operands() {
      List<BoundExpression> operands = new ArrayList<>(2 * whens.size() + 1);
      for (When when : whens) {
        operands.add(when.condition());
        operands.add(when.result());
      }
      otherwise.ifPresent(operands::add);
      return operands;
    }

    @Override
    public BoundExpression withOperands(List<BoundExpression> operands) {
      List<When> changed = new ArrayList<>(whens.size());
      for (int index = 0; index < whens.size(); index++) {
        changed.add(new When(operands.get(2 * index), operands.get(2 * index + 1)));
      }
      return new Case(type, changed, otherwise.map(last -> operands.get(operands.size() - 1)));
    }
  }

  /** The first that is not NULL; all have the same type. Evaluated lazily. */
  record Coalesce(SqlType type, List<BoundExpression> arguments) implements BoundExpression {
    /** Copies the list. */
    public Coalesce {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<BoundExpression> operands() {
      return arguments;
    }

    @Override
    public BoundExpression withOperands(List<BoundExpression> operands) {
      return new Coalesce(type, operands);
    }
  }
}
