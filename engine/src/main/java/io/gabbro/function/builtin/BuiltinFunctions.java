package io.gabbro.function.builtin;

import io.gabbro.function.AggregateFunction;
import io.gabbro.function.FunctionRegistry;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.aggregate.Count;
import io.gabbro.function.aggregate.MinMax;
import io.gabbro.function.aggregate.Sum;
import io.gabbro.function.arithmetic.Arithmetic;
import io.gabbro.function.comparison.Comparison;
import io.gabbro.function.comparison.DistinctFrom;
import io.gabbro.function.comparison.Extremum;
import io.gabbro.function.comparison.NullIf;
import io.gabbro.function.string.Characters;
import io.gabbro.function.string.Concatenation;
import io.gabbro.function.string.Encodings;
import io.gabbro.function.string.Lengths;
import io.gabbro.function.string.LetterCase;
import io.gabbro.function.string.Like;
import io.gabbro.function.string.Padding;
import io.gabbro.function.string.Replacing;
import io.gabbro.function.string.Searching;
import io.gabbro.function.string.Substrings;
import io.gabbro.function.string.Trimming;
import java.util.List;

/** All functions, operators and aggregates of Gabbro's SQL. */
public final class BuiltinFunctions {
  private static final FunctionRegistry REGISTRY = new FunctionRegistry(scalars(), aggregates());

  private BuiltinFunctions() {}

  /** The registry of all of them. */
  public static FunctionRegistry registry() {
    return REGISTRY;
  }

  private static List<ScalarFunction> scalars() {
    return List.of(
        Comparison.EQUAL,
        Comparison.NOT_EQUAL,
        Comparison.LESS,
        Comparison.LESS_OR_EQUAL,
        Comparison.GREATER,
        Comparison.GREATER_OR_EQUAL,
        DistinctFrom.DISTINCT,
        DistinctFrom.NOT_DISTINCT,
        NullIf.FUNCTION,
        Extremum.GREATEST,
        Extremum.LEAST,
        Arithmetic.ADD,
        Arithmetic.SUBTRACT,
        Arithmetic.MULTIPLY,
        Arithmetic.DIVIDE,
        Arithmetic.MODULO,
        Lengths.LENGTH,
        Lengths.CHAR_LENGTH,
        Lengths.CHARACTER_LENGTH,
        Lengths.OCTET_LENGTH,
        Lengths.BIT_LENGTH,
        LetterCase.UPPER,
        LetterCase.LOWER,
        LetterCase.INITCAP,
        Substrings.SUBSTRING,
        Substrings.SUBSTR,
        Substrings.LEFT,
        Substrings.RIGHT,
        Substrings.SPLIT_PART,
        Trimming.TRIM,
        Trimming.BTRIM,
        Trimming.LTRIM,
        Trimming.RTRIM,
        Padding.LPAD,
        Padding.RPAD,
        Padding.REPEAT,
        Replacing.REPLACE,
        Replacing.TRANSLATE,
        Replacing.OVERLAY,
        Replacing.REVERSE,
        Searching.POSITION,
        Searching.STRPOS,
        Searching.STARTS_WITH,
        Concatenation.OPERATOR,
        Concatenation.CONCAT,
        Concatenation.CONCAT_WS,
        Characters.ASCII,
        Characters.CHR,
        Characters.TO_HEX,
        Like.LIKE,
        Like.ILIKE,
        Encodings.ENCODE,
        Encodings.DECODE,
        Encodings.MD5);
  }

  private static List<AggregateFunction> aggregates() {
    return List.of(Count.FUNCTION, Sum.SUM, Sum.AVG, MinMax.MIN, MinMax.MAX);
  }
}
