package io.gabbro.function.cast;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import io.gabbro.vector.ValueParser;

/** Reads values from text. */
final class ParseCast implements Kernel {
  private final ValueParser parser;

  ParseCast(SqlType to) {
    parser = new ValueParser(to);
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    BytesVector text = (BytesVector) arguments[0];
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      parser.parse(text.data(), text.start(row), text.length(row), context.zone(), result, row);
    }
  }
}
