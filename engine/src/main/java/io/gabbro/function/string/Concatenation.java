package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.ValueText;
import java.util.List;
import java.util.Optional;

/** {@code ||}, {@code concat}, {@code concat_ws}. */
public final class Concatenation {
  /** {@code a || b}. */
  public static final ScalarFunction OPERATOR =
      Strings.function(
          "||",
          "a || b",
          "Two texts or two binary strings behind each other; NULL if one is NULL. One side may be"
              + " of any type where the other is a text.",
          "'a' || 1",
          "a1",
          Concatenation::operator);

  /** {@code concat(a, b, …)}. */
  public static final ScalarFunction CONCAT =
      Strings.function(
          "concat",
          "concat(a, b, …)",
          "The texts of values of any types behind each other; NULLs are left out.",
          "concat('a', NULL, 1)",
          "a1",
          arguments ->
              arguments.isEmpty()
                  ? Optional.empty()
                  : Optional.of(joined(arguments, false, false)));

  /** {@code concat_ws(separator, a, b, …)}. */
  public static final ScalarFunction CONCAT_WS =
      Strings.function(
          "concat_ws",
          "concat_ws(separator, a, b, …)",
          "The texts of values of any types with a separator in between; NULLs are left out, and"
              + " the result is NULL only where the separator is.",
          "concat_ws(', ', 'a', NULL, 'b')",
          "a, b",
          arguments ->
              arguments.isEmpty() || !isText(arguments.get(0))
                  ? Optional.empty()
                  : Optional.of(joined(arguments, true, false)));

  private Concatenation() {}

  private static boolean isText(SqlType type) {
    return type.kind().isCharacter() || type.kind() == TypeKind.NULL;
  }

  private static Optional<ScalarSignature> operator(List<SqlType> arguments) {
    if (arguments.size() != 2) {
      return Optional.empty();
    }
    SqlType left = arguments.get(0);
    SqlType right = arguments.get(1);
    boolean isBinary = left.kind() == TypeKind.VARBINARY || right.kind() == TypeKind.VARBINARY;
    if (isBinary && isBinaryOrNull(left) && isBinaryOrNull(right)) {
      return operator(SqlType.BYTEA);
    }
    if (isText(left) && isText(right)) {
      return operator(SqlType.TEXT);
    }
    return isText(left) || isText(right)
        ? Optional.of(joined(List.of(textOr(left), textOr(right)), false, true))
        : Optional.empty();
  }

  private static SqlType textOr(SqlType type) {
    return isText(type) ? SqlType.TEXT : type;
  }

  private static boolean isBinaryOrNull(SqlType type) {
    return type.kind() == TypeKind.VARBINARY || type.kind() == TypeKind.NULL;
  }

  private static Optional<ScalarSignature> operator(SqlType type) {
    return Optional.of(
        ScalarSignature.ofRows(
            List.of(type, type),
            type,
            (context, arguments, row, result) ->
                append(bytes(arguments[0]), bytes(arguments[1]), row, bytes(result))));
  }

  private static void append(BytesVector left, BytesVector right, int row, BytesVector target) {
    int leftLength = left.length(row);
    int length = leftLength + right.length(row);
    byte[] bytes = Strings.reserve(target, (long) leftLength + right.length(row));
    int to = target.used();
    System.arraycopy(left.data(), left.start(row), bytes, to, leftLength);
    System.arraycopy(right.data(), right.start(row), bytes, to + leftLength, right.length(row));
    target.endValue(row, length);
  }

  private static ScalarSignature joined(
      List<SqlType> arguments, boolean separated, boolean strict) {
    boolean stable =
        arguments.stream().noneMatch(type -> type.kind() == TypeKind.TIMESTAMP_WITH_TIME_ZONE);
    return new ScalarSignature(
        arguments, SqlType.TEXT, strict, stable, () -> new JoinKernel(arguments, separated));
  }

  /** Joins the texts of its arguments; the first one is the separator, or one like the others. */
  private static final class JoinKernel implements Kernel {
    private final List<SqlType> types;
    private final boolean separated;
    private final Utf8Builder text = new Utf8Builder();

    JoinKernel(List<SqlType> types, boolean separated) {
      this.types = types;
      this.separated = separated;
    }

    @Override
    public void evaluate(
        EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
      BytesVector target = bytes(result);
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        if (separated && arguments[0].isNull(row)) {
          target.setNull(row);
        } else {
          join(context, arguments, row);
          Strings.reserve(target, text.length());
          target.set(row, text.bytes(), 0, text.length());
        }
      }
    }

    private void join(EvaluationContext context, ColumnVector[] arguments, int row) {
      text.clear();
      boolean first = true;
      for (int argument = separated ? 1 : 0; argument < arguments.length; argument++) {
        if (!arguments[argument].isNull(row)) {
          if (separated && !first) {
            BytesVector separator = bytes(arguments[0]);
            text.append(separator.data(), separator.start(row), separator.length(row));
          }
          ValueText.append(text, types.get(argument), arguments[argument], row, context.zone());
          first = false;
        }
      }
    }
  }
}
