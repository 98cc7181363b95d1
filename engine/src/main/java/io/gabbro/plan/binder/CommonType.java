package io.gabbro.plan.binder;

import io.gabbro.error.SourcePosition;
import io.gabbro.function.cast.Casts;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.Coercion;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;

/**
 * The type that several values get: the branches of CASE, the items of IN, the rows of VALUES.
 *
 * @param type the type; empty when there is none
 */
record CommonType(Optional<SqlType> type) {
  /** The type of these values; TEXT when none of them has one. */
  static CommonType of(List<BoundExpression> values) {
    Optional<SqlType> known = Coercion.common(values.stream().map(BoundExpression::type).toList());
    if (known.isPresent() && known.orElseThrow().kind() == TypeKind.NULL) {
      return new CommonType(Optional.of(SqlType.TEXT));
    }
    return new CommonType(known.map(type -> withLiterals(type, values)));
  }

  /** Makes room for values without type, which would lose digits or characters otherwise. */
  private static SqlType withLiterals(SqlType type, List<BoundExpression> values) {
    SqlType common = type;
    for (BoundExpression value : values) {
      boolean parameter =
          Conversions.isUnknown(value) && value instanceof BoundExpression.ParameterReference;
      boolean literal = Conversions.isUnknownText(value);
      if (common.kind() == TypeKind.NUMERIC && (parameter || literal)) {
        SqlType needed =
            literal
                ? Literals.decimal((String) ((Constant) value).value())
                    .map(NumericTypes::of)
                    .filter(exact -> exact.length() <= SqlType.MAX_PRECISION)
                    .orElse(common)
                : NumericTypes.unknownBeside(common);
        common = NumericTypes.common(common, needed);
      } else if (common.kind() == TypeKind.VARCHAR && (parameter || literal)) {
        common = SqlType.TEXT;
      } else if (common.kind() == TypeKind.VARBINARY && (parameter || literal)) {
        common = SqlType.BYTEA;
      }
    }
    return common;
  }

  /** A value in the type, which must be there. */
  BoundExpression convert(Conversions conversions, BoundExpression value, SourcePosition position) {
    SqlType target = type.orElseThrow();
    BoundExpression converted = conversions.implicit(value, target, position);
    return Casts.isFree(converted.type(), target)
        ? converted
        : conversions.implicit(converted, target, position);
  }
}
