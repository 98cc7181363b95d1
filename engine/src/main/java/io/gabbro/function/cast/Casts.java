package io.gabbro.function.cast;

import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All casts. Text goes to and from every type; numbers go to each other, rounded to the nearest;
 * truth values go to and from integers; dates and timestamps go to each other, through the time
 * zone of the session where one side has a zone.
 */
public final class Casts {
  private Casts() {}

  /**
   * The cast that {@code CAST} does, with one parameter of type {@code from}; empty when there is
   * none. Too long strings are cut.
   */
  public static Optional<ScalarSignature> cast(SqlType from, SqlType to) {
    return kernel(from, to, false).map(kernel -> signature(from, to, kernel));
  }

  /**
   * The cast of a value that is stored in a column; empty when values must not go there without
   * {@code CAST}. Beyond what {@link Coercion#isImplicit} allows, numbers go to narrower types,
   * everything goes to strings, and timestamps lose their date, time or zone. Too long strings are
   * an error unless only blanks are lost.
   */
  public static Optional<ScalarSignature> assignment(SqlType from, SqlType to) {
    return isAssignable(from, to)
        ? kernel(from, to, true).map(kernel -> signature(from, to, kernel))
        : Optional.empty();
  }

  private static boolean isAssignable(SqlType from, SqlType to) {
    TypeKind source = from.kind();
    TypeKind target = to.kind();
    return Coercion.isImplicit(from, to)
        || (source.isNumeric() && target.isNumeric())
        || target.isCharacter()
        || (source.isDateTime() && target.isDateTime())
        || (source == TypeKind.INTERVAL && target == TypeKind.TIME);
  }

  /**
   * Whether each vector of one type is also one of the other with the same values, so that a cast
   * has nothing to do.
   */
  public static boolean isFree(SqlType from, SqlType to) {
    if (from.equals(to)) {
      return true;
    }
    TypeKind source = from.kind();
    TypeKind target = to.kind();
    if ((source.isInteger() && target.isInteger())
        || (source.isFloating() && target.isFloating())) {
      return from.vectorKind() == to.vectorKind() && Coercion.isImplicit(from, to);
    }
    if (source == TypeKind.NUMERIC && target == TypeKind.NUMERIC) {
      return from.scale() == to.scale() && from.length() <= to.length();
    }
    boolean strings =
        (source.isCharacter() && (target == source || target == TypeKind.VARCHAR))
            || (source == TypeKind.VARBINARY && target == TypeKind.VARBINARY);
    return strings
        && (to.length() == SqlType.UNBOUNDED
            || (from.length() != SqlType.UNBOUNDED && from.length() <= to.length()));
  }

  private static ScalarSignature signature(SqlType from, SqlType to, Supplier<Kernel> kernel) {
    return new ScalarSignature(List.of(from), to, true, !dependsOnZone(from, to), kernel);
  }

  private static boolean dependsOnZone(SqlType from, SqlType to) {
    return from.kind() != to.kind()
        && (from.kind() == TypeKind.TIMESTAMP_WITH_TIME_ZONE
            || to.kind() == TypeKind.TIMESTAMP_WITH_TIME_ZONE);
  }

  private static Optional<Supplier<Kernel>> kernel(SqlType from, SqlType to, boolean assigns) {
    if (from.kind() == TypeKind.NULL) {
      // A strict kernel is never asked about NULL.
      return Optional.of(() -> (context, arguments, rows, result) -> {});
    }
    return switch (to.kind()) {
      case NULL -> Optional.empty();
      case CHAR, VARCHAR -> Optional.of(() -> new StringCast(from, to, assigns));
      case VARBINARY ->
          from.kind() == TypeKind.VARBINARY
              ? Optional.of(() -> new BinaryCast(to, assigns))
              : parse(from, to);
      case BOOLEAN -> from.kind().isInteger() ? NumericCasts.toBoolean(from) : other(from, to);
      case TINYINT, SMALLINT, INTEGER, BIGINT ->
          NumericCasts.toInteger(from, to).or(() -> parse(from, to));
      case NUMERIC -> NumericCasts.toDecimal(from, to).or(() -> parse(from, to));
      case REAL, DOUBLE -> NumericCasts.toFloating(from, to).or(() -> parse(from, to));
      case DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, INTERVAL ->
          DateTimeCasts.of(from.kind(), to.kind()).or(() -> other(from, to));
      case UUID -> other(from, to);
    };
  }

  private static Optional<Supplier<Kernel>> other(SqlType from, SqlType to) {
    return from.kind() == to.kind() ? Optional.of(() -> new CopyCast()) : parse(from, to);
  }

  private static Optional<Supplier<Kernel>> parse(SqlType from, SqlType to) {
    return from.kind().isCharacter() ? Optional.of(() -> new ParseCast(to)) : Optional.empty();
  }
}
