package io.gabbro.type;

import java.util.List;
import java.util.Optional;

/**
 * Which types turn into which without being asked, and the common type of several values: the
 * branches of CASE, the arguments of COALESCE, the two sides of a comparison, the rows of VALUES
 * and of set operations.
 *
 * <p>NULL turns into anything; integers widen, and go on to NUMERIC, REAL and DOUBLE PRECISION;
 * CHAR goes to VARCHAR; DATE to TIMESTAMP to TIMESTAMP WITH TIME ZONE; TIME to INTERVAL. A string
 * literal without type is no matter of this class: whoever binds it gives it the type that its
 * place asks for.
 */
public final class Coercion {
  private static final int NO_RANK = -1;

  private Coercion() {}

  /** Whether values turn into {@code to} wherever an expression asks for it. */
  public static boolean isImplicit(SqlType from, SqlType to) {
    TypeKind source = from.kind();
    TypeKind target = to.kind();
    if (source == target || source == TypeKind.NULL) {
      return true;
    }
    if (source.isNumeric() && target.isNumeric()) {
      return numericRank(source) < numericRank(target);
    }
    return switch (source) {
      case CHAR, VARCHAR -> target.isCharacter();
      case DATE -> target == TypeKind.TIMESTAMP || target == TypeKind.TIMESTAMP_WITH_TIME_ZONE;
      case TIMESTAMP -> target == TypeKind.TIMESTAMP_WITH_TIME_ZONE;
      case TIME -> target == TypeKind.INTERVAL;
      default -> false;
    };
  }

  /** The type that both turn into; empty when there is none. That of two NULLs is NULL. */
  public static Optional<SqlType> common(SqlType left, SqlType right) {
    if (left.equals(right) || right.kind() == TypeKind.NULL) {
      return Optional.of(left);
    }
    if (left.kind() == TypeKind.NULL) {
      return Optional.of(right);
    }
    if (left.kind().isNumeric() && right.kind().isNumeric()) {
      return Optional.of(commonNumber(left, right));
    }
    if (left.kind().isCharacter() && right.kind().isCharacter()) {
      return Optional.of(commonString(left, right));
    }
    if (left.kind() == TypeKind.VARBINARY && right.kind() == TypeKind.VARBINARY) {
      int length = greaterLength(left, right);
      return Optional.of(length == SqlType.UNBOUNDED ? SqlType.BYTEA : SqlType.varbinary(length));
    }
    if (isImplicit(left, right)) {
      return Optional.of(right);
    }
    return isImplicit(right, left) ? Optional.of(left) : Optional.empty();
  }

  /** The type that all turn into; empty when there is none. That of none is NULL. */
  public static Optional<SqlType> common(List<SqlType> types) {
    Optional<SqlType> common = Optional.of(SqlType.NULL);
    for (SqlType type : types) {
      if (common.isPresent()) {
        common = common(common.orElseThrow(), type);
      }
    }
    return common;
  }

  private static SqlType commonNumber(SqlType left, SqlType right) {
    TypeKind leftKind = left.kind();
    TypeKind rightKind = right.kind();
    if (leftKind == TypeKind.NUMERIC || rightKind == TypeKind.NUMERIC) {
      if (!leftKind.isFloating() && !rightKind.isFloating()) {
        return NumericTypes.common(NumericTypes.of(left), NumericTypes.of(right));
      }
    }
    return numericRank(leftKind) >= numericRank(rightKind) ? left : right;
  }

  private static SqlType commonString(SqlType left, SqlType right) {
    int length = greaterLength(left, right);
    if (left.kind() == TypeKind.CHAR && right.kind() == TypeKind.CHAR) {
      return SqlType.character(length);
    }
    return length == SqlType.UNBOUNDED ? SqlType.TEXT : SqlType.varchar(length);
  }

  private static int greaterLength(SqlType left, SqlType right) {
    return left.length() == SqlType.UNBOUNDED || right.length() == SqlType.UNBOUNDED
        ? SqlType.UNBOUNDED
        : Math.max(left.length(), right.length());
  }

  private static int numericRank(TypeKind kind) {
    return switch (kind) {
      case TINYINT -> 0;
      case SMALLINT -> 1;
      case INTEGER -> 2;
      case BIGINT -> 3;
      case NUMERIC -> 4;
      case REAL -> 5;
      case DOUBLE -> 6;
      default -> NO_RANK;
    };
  }
}
