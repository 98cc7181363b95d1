package io.gabbro.plan.binder;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.cast.Casts;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.ParameterReference;
import io.gabbro.plan.ConstantEvaluator;
import io.gabbro.type.Coercion;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.TypeNames;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Turns expressions into the types that their places ask for. A string literal, a bare NULL and a
 * parameter without a type have type {@link SqlType#NULL} until then; constants are converted here
 * and now, so that a bad literal is an error at its own place.
 */
final class Conversions {
  private final ParameterTypes parameters;

  Conversions(ParameterTypes parameters) {
    this.parameters = parameters;
  }

  /** Whether an expression has no type yet. */
  static boolean isUnknown(BoundExpression value) {
    return value.type().kind() == TypeKind.NULL;
  }

  /** Whether an expression is a string literal without a type. */
  static boolean isUnknownText(BoundExpression value) {
    return isUnknown(value) && value instanceof Constant constant && constant.value() != null;
  }

  /** The value, of type TEXT if it had none. */
  BoundExpression typed(BoundExpression value) {
    if (!isUnknown(value)) {
      return value;
    }
    return value instanceof ParameterReference parameter
        ? parameters.assignText(parameter.index())
        : retyped(value, SqlType.TEXT);
  }

  /**
   * The value as an operand where a type is asked for. A value without type takes the kind of the
   * type but none of its limits: {@code v = 'abcd'} does not cut the string to the length of v.
   *
   * @throws GabbroException DATATYPE_MISMATCH, or that of a literal which the type does not take
   */
  BoundExpression implicit(BoundExpression value, SqlType target, SourcePosition position) {
    if (isUnknown(value)) {
      return operand(value, target, position);
    }
    if (Casts.isFree(value.type(), target)) {
      return value;
    }
    if (!Coercion.isImplicit(value.type(), target)) {
      throw GabbroException.at(
          position,
          ErrorCode.DATATYPE_MISMATCH,
          "value is of type " + value.type() + " but type " + target + " is expected");
    }
    return cast(value, target, Casts.cast(value.type(), target), position);
  }

  private BoundExpression operand(BoundExpression value, SqlType target, SourcePosition position) {
    if (value instanceof Constant constant && constant.value() == null) {
      return new Constant(target, null);
    }
    if (value instanceof ParameterReference parameter) {
      BoundExpression typed = assign(parameter, target);
      return target.kind() == TypeKind.CHAR
          ? explicit(typed, unlimited(target), position)
          : implicit(typed, unlimited(target), position);
    }
    return explicit(value, literalType(target, (String) ((Constant) value).value()), position);
  }

  /** Gives a parameter the type that its values take; a CHAR gets rid of its blanks afterwards. */
  private ParameterReference assign(ParameterReference parameter, SqlType target) {
    return parameters.assign(
        parameter.index(), target.kind() == TypeKind.CHAR ? SqlType.TEXT : unlimited(target));
  }

  private static SqlType unlimited(SqlType type) {
    return switch (type.kind()) {
      case NULL, VARCHAR -> SqlType.TEXT;
      case CHAR -> SqlType.character(TypeNames.MAX_LENGTH);
      case VARBINARY -> SqlType.BYTEA;
      default -> type;
    };
  }

  /** For a number the type that holds all its digits. */
  private static SqlType literalType(SqlType target, String literal) {
    if (target.kind() == TypeKind.NUMERIC) {
      Optional<BigDecimal> number = Literals.decimal(literal);
      SqlType exact = number.map(NumericTypes::of).orElse(target);
      return exact.length() <= SqlType.MAX_PRECISION ? exact : target;
    }
    return unlimited(target);
  }

  /**
   * The value as CAST makes it.
   *
   * @throws GabbroException CANNOT_COERCE, or that of a literal which the type does not take
   */
  BoundExpression explicit(BoundExpression value, SqlType target, SourcePosition position) {
    if (isUnknown(value)) {
      if (value instanceof ParameterReference parameter) {
        return explicit(assign(parameter, target), target, position);
      }
      return explicit(retyped(value, SqlType.TEXT), target, position);
    }
    if (Casts.isFree(value.type(), target)) {
      return value;
    }
    return cast(value, target, Casts.cast(value.type(), target), position);
  }

  /**
   * The value as it is stored into a column.
   *
   * @throws GabbroException DATATYPE_MISMATCH, or that of a literal which the type does not take
   */
  BoundExpression assignment(
      BoundExpression value, String column, SqlType target, SourcePosition position) {
    if (isUnknown(value)) {
      if (value instanceof ParameterReference parameter) {
        return assignment(assign(parameter, target), column, target, position);
      }
      if (((Constant) value).value() == null) {
        return new Constant(target, null);
      }
      return input(retyped(value, SqlType.TEXT), target, position);
    }
    if (Casts.isFree(value.type(), target)) {
      return value;
    }
    Optional<ScalarSignature> signature = Casts.assignment(value.type(), target);
    if (signature.isEmpty()) {
      throw GabbroException.at(
              position,
              ErrorCode.DATATYPE_MISMATCH,
              "column \""
                  + column
                  + "\" is of type "
                  + target
                  + " but expression is of type "
                  + value.type())
          .withHint("you will need to rewrite or cast the expression");
    }
    return cast(value, target, signature, position);
  }

  /** A text as it is stored into a column of a type: read as CAST does, but never cut. */
  BoundExpression input(BoundExpression text, SqlType target, SourcePosition position) {
    return cast(
        text,
        target,
        Casts.assignment(SqlType.TEXT, target).or(() -> Casts.cast(SqlType.TEXT, target)),
        position);
  }

  private static BoundExpression cast(
      BoundExpression value,
      SqlType target,
      Optional<ScalarSignature> signature,
      SourcePosition position) {
    if (value instanceof Constant constant && constant.value() == null) {
      return new Constant(target, null);
    }
    if (signature.isEmpty()) {
      throw GabbroException.at(position, ErrorCode.CANNOT_COERCE, value.type(), target);
    }
    Call call = new Call(Call.CAST, signature.orElseThrow(), List.of(value));
    if (!ConstantEvaluator.isEvaluable(call)) {
      return call;
    }
    try {
      return ConstantEvaluator.evaluate(call);
    } catch (GabbroException badValue) {
      throw badValue.orAt(position);
    }
  }

  private static BoundExpression retyped(BoundExpression value, SqlType type) {
    return new Constant(type, ((Constant) value).value());
  }
}
