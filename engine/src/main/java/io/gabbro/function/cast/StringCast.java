package io.gabbro.function.cast;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.Utf8;
import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.ValueText;

/**
 * The text of values of any type, cut to the length of the target; on assignment only blanks may be
 * cut. CHAR loses the blanks at its end.
 */
final class StringCast implements Kernel {
  private final SqlType from;
  private final SqlType to;
  private final boolean assigns;
  private final Utf8Builder text = new Utf8Builder();

  StringCast(SqlType from, SqlType to, boolean assigns) {
    this.from = from;
    this.to = to;
    this.assigns = assigns;
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    BytesVector target = (BytesVector) result;
    if (from.kind().isCharacter()) {
      BytesVector source = (BytesVector) arguments[0];
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        set(target, row, source.data(), source.start(row), source.length(row));
      }
    } else {
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        ValueText.append(text.clear(), from, arguments[0], row, context.zone());
        set(target, row, text.bytes(), 0, text.length());
      }
    }
  }

  private void set(BytesVector target, int row, byte[] bytes, int start, int length) {
    int end = start + length;
    if (to.length() != SqlType.UNBOUNDED && length > to.length()) {
      end = Utf8.skip(bytes, start, end, to.length());
      if (assigns && !isBlank(bytes, end, start + length)) {
        throw new GabbroException(ErrorCode.STRING_TOO_LONG, to);
      }
    }
    if (to.kind() == TypeKind.CHAR) {
      while (end > start && bytes[end - 1] == ' ') {
        end--;
      }
    }
    target.set(row, bytes, start, end - start);
  }

  private static boolean isBlank(byte[] bytes, int start, int end) {
    for (int index = start; index < end; index++) {
      if (bytes[index] != ' ') {
        return false;
      }
    }
    return true;
  }
}
