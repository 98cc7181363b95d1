package io.gabbro.function.cast;

import static io.gabbro.function.Vectors.booleans;
import static io.gabbro.function.Vectors.decimals;
import static io.gabbro.function.Vectors.doubles;
import static io.gabbro.function.Vectors.ints;
import static io.gabbro.function.Vectors.longs;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Kernel;
import io.gabbro.function.RowFunction;
import io.gabbro.type.IntegerText;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.Optional;
import java.util.function.Supplier;

/** Casts between numbers, and between truth values and integers. */
final class NumericCasts {
  private static final double LONG_LIMIT = 0x1p63;

  private NumericCasts() {}

  private static Optional<Supplier<Kernel>> rows(RowFunction function) {
    return Optional.of(function::kernel);
  }

  private static GabbroException outOfRange(SqlType type) {
    return new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
  }

  /** From an integer: whether it is not 0. */
  static Optional<Supplier<Kernel>> toBoolean(SqlType from) {
    return from.kind() == TypeKind.BIGINT
        ? rows((context, source, row, target) -> booleans(target)[row] = longs(source[0])[row] != 0)
        : rows((context, source, row, target) -> booleans(target)[row] = ints(source[0])[row] != 0);
  }

  /** To an integer type; empty when the source is neither number nor truth value. */
  static Optional<Supplier<Kernel>> toInteger(SqlType from, SqlType to) {
    boolean isLong = to.kind() == TypeKind.BIGINT;
    return switch (from.kind()) {
      case BOOLEAN ->
          isLong
              ? rows(
                  (context, source, row, target) ->
                      longs(target)[row] = booleans(source[0])[row] ? 1 : 0)
              : rows(
                  (context, source, row, target) ->
                      ints(target)[row] = booleans(source[0])[row] ? 1 : 0);
      case TINYINT, SMALLINT, INTEGER ->
          isLong
              ? Optional.of(WideningCast::intsToLongs)
              : rows(
                  (context, source, row, target) ->
                      ints(target)[row] = narrow(ints(source[0])[row], to));
      case BIGINT ->
          isLong
              ? Optional.of(() -> new CopyCast())
              : rows(
                  (context, source, row, target) ->
                      ints(target)[row] = narrow(longs(source[0])[row], to));
      case REAL, DOUBLE ->
          isLong
              ? rows(
                  (context, source, row, target) ->
                      longs(target)[row] = round(doubles(source[0])[row], to))
              : rows(
                  (context, source, row, target) ->
                      ints(target)[row] = narrow(round(doubles(source[0])[row], to), to));
      case NUMERIC -> Optional.of(() -> new DecimalToIntegerCast(from, to));
      default -> Optional.empty();
    };
  }

  private static int narrow(long value, SqlType type) {
    if (!IntegerText.isInRange(type.kind(), value)) {
      throw outOfRange(type);
    }
    return (int) value;
  }

  /** The nearest integer, of two the even one. */
  private static long round(double value, SqlType type) {
    double rounded = Math.rint(value);
    if (!(rounded >= -LONG_LIMIT && rounded < LONG_LIMIT)) {
      throw outOfRange(type);
    }
    return (long) rounded;
  }

  /** To NUMERIC; empty when the source is no number. */
  static Optional<Supplier<Kernel>> toDecimal(SqlType from, SqlType to) {
    return switch (from.kind()) {
      case TINYINT, SMALLINT, INTEGER, BIGINT -> Optional.of(() -> new IntegerToDecimalCast(to));
      case NUMERIC -> Optional.of(() -> new DecimalCast(from, to));
      case REAL, DOUBLE -> Optional.of(() -> new FloatingToDecimalCast(from, to));
      default -> Optional.empty();
    };
  }

  /** To REAL or DOUBLE PRECISION; empty when the source is no number. */
  static Optional<Supplier<Kernel>> toFloating(SqlType from, SqlType to) {
    boolean isReal = to.kind() == TypeKind.REAL;
    return switch (from.kind()) {
      case TINYINT, SMALLINT, INTEGER ->
          isReal
              ? rows(
                  (context, source, row, target) ->
                      doubles(target)[row] = (float) ints(source[0])[row])
              : Optional.of(WideningCast::intsToDoubles);
      case BIGINT ->
          isReal
              ? rows(
                  (context, source, row, target) ->
                      doubles(target)[row] = (float) longs(source[0])[row])
              : Optional.of(WideningCast::longsToDoubles);
      case NUMERIC ->
          isReal
              ? rows(
                  (context, source, row, target) ->
                      doubles(target)[row] =
                          decimals(source[0]).decimal(row, from.scale()).floatValue())
              : Optional.of(() -> new DecimalToDoubleCast(from.scale()));
      case REAL -> Optional.of(() -> new CopyCast());
      case DOUBLE ->
          isReal
              ? rows(
                  (context, source, row, target) ->
                      doubles(target)[row] = toFloat(doubles(source[0])[row]))
              : Optional.of(() -> new CopyCast());
      default -> Optional.empty();
    };
  }

  private static float toFloat(double value) {
    float single = (float) value;
    if (Float.isInfinite(single) && !Double.isInfinite(value)) {
      throw outOfRange(SqlType.REAL);
    }
    return single;
  }
}
