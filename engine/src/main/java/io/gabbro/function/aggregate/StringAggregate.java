package io.gabbro.function.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Accumulator;
import io.gabbro.function.AggregateFunction;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.DefinedAggregate;
import io.gabbro.function.Documentation;
import io.gabbro.function.Topic;
import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.Utf8Builder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code STRING_AGG(value, separator)}. The separator of a row stands in front of its value, except
 * in front of the first, for which it is remembered because another part may come before.
 */
public final class StringAggregate extends ArgumentAccumulator {
  /** {@code STRING_AGG(value, separator)}. */
  public static final AggregateFunction FUNCTION =
      new DefinedAggregate(
          "string_agg",
          new Documentation(
              Topic.AGGREGATE,
              "string_agg(value, separator)",
              "The texts or binary strings that are not NULL with separators in between, NULL of no"
                  + " rows. ORDER BY in the call sets their order.",
              "SELECT string_agg(x, ', ' ORDER BY x) FROM (VALUES ('b'), ('a')) AS t (x)",
              "a, b"),
          StringAggregate::resolve);

  private static final long BYTES_PER_GROUP = 96;
  private static final int MAX_BYTES = 1 << 30;

  private Utf8Builder[] texts = new Utf8Builder[0];
  private int[] firstSeparators = new int[0];
  private long bytes;

  private static Optional<AggregateSignature> resolve(List<SqlType> arguments) {
    if (arguments.size() != 2) {
      return Optional.empty();
    }
    boolean isBinary =
        arguments.get(0).kind() == TypeKind.VARBINARY
            || (arguments.get(0).kind() == TypeKind.NULL
                && arguments.get(1).kind() == TypeKind.VARBINARY);
    SqlType type = isBinary ? SqlType.BYTEA : SqlType.TEXT;
    return arguments.stream().allMatch(argument -> Coercion.isImplicit(argument, type))
        ? Optional.of(new AggregateSignature(List.of(type, type), type, StringAggregate::new))
        : Optional.empty();
  }

  @Override
  public void ensureGroups(int count) {
    if (texts.length < count) {
      int length = grown(texts.length, count);
      texts = Arrays.copyOf(texts, length);
      firstSeparators = Arrays.copyOf(firstSeparators, length);
    }
  }

  @Override
  void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    BytesVector values = (BytesVector) arguments[0];
    BytesVector separators = (BytesVector) arguments[1];
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int group = groups == null ? 0 : groups[row];
      boolean separated = !separators.isNull(row);
      Utf8Builder text = texts[group];
      if (text == null) {
        text = new Utf8Builder();
        texts[group] = text;
        firstSeparators[group] = separated ? separators.length(row) : 0;
      }
      if (separated) {
        append(text, separators.data(), separators.start(row), separators.length(row));
      }
      append(text, values.data(), values.start(row), values.length(row));
    }
  }

  private void append(Utf8Builder text, byte[] data, int start, int length) {
    if ((long) text.length() + length > MAX_BYTES) {
      throw new GabbroException(ErrorCode.PROGRAM_LIMIT_EXCEEDED, "requested length too large");
    }
    text.append(data, start, length);
    bytes += length;
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    StringAggregate others = (StringAggregate) other;
    for (int from = 0; from < otherCount; from++) {
      Utf8Builder text = others.texts[from];
      if (text != null) {
        int group = groups[from];
        if (texts[group] == null) {
          texts[group] = new Utf8Builder();
          firstSeparators[group] = others.firstSeparators[from];
        }
        append(texts[group], text.bytes(), 0, text.length());
      }
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    Utf8Builder text = texts[group];
    if (text == null) {
      target.setNull(row);
      return;
    }
    int start = firstSeparators[group];
    target.setNotNull(row);
    ((BytesVector) target).set(row, text.bytes(), start, text.length() - start);
  }

  @Override
  public long memoryBytes() {
    return BYTES_PER_GROUP * texts.length + 2 * bytes;
  }
}
