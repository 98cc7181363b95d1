package io.gabbro.function.builtin;

import io.gabbro.function.AggregateFunction;
import io.gabbro.function.FunctionRegistry;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.aggregate.AnyValue;
import io.gabbro.function.aggregate.BooleanAggregate;
import io.gabbro.function.aggregate.Count;
import io.gabbro.function.aggregate.MinMax;
import io.gabbro.function.aggregate.StringAggregate;
import io.gabbro.function.aggregate.Sum;
import io.gabbro.function.aggregate.Variance;
import io.gabbro.function.arithmetic.Arithmetic;
import io.gabbro.function.comparison.Comparison;
import io.gabbro.function.comparison.DistinctFrom;
import io.gabbro.function.comparison.Extremum;
import io.gabbro.function.comparison.NullIf;
import io.gabbro.function.datetime.Age;
import io.gabbro.function.datetime.CurrentTime;
import io.gabbro.function.datetime.Extract;
import io.gabbro.function.datetime.Making;
import io.gabbro.function.datetime.Truncate;
import io.gabbro.function.math.Integers;
import io.gabbro.function.math.Powers;
import io.gabbro.function.math.Randomness;
import io.gabbro.function.math.Rounding;
import io.gabbro.function.math.Trigonometry;
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
        Encodings.MD5,
        Integers.ABS,
        Integers.MOD,
        Integers.DIV,
        Integers.GCD,
        Integers.LCM,
        Rounding.CEIL,
        Rounding.CEILING,
        Rounding.FLOOR,
        Rounding.ROUND,
        Rounding.TRUNC,
        Rounding.SIGN,
        Powers.SQRT,
        Powers.CBRT,
        Powers.EXP,
        Powers.LN,
        Powers.LOG,
        Powers.LOG10,
        Powers.POWER,
        Powers.POW,
        Trigonometry.PI,
        Trigonometry.SIN,
        Trigonometry.COS,
        Trigonometry.TAN,
        Trigonometry.COT,
        Trigonometry.ASIN,
        Trigonometry.ACOS,
        Trigonometry.ATAN,
        Trigonometry.ATAN2,
        Trigonometry.SINH,
        Trigonometry.COSH,
        Trigonometry.TANH,
        Trigonometry.DEGREES,
        Trigonometry.RADIANS,
        Randomness.RANDOM,
        Extract.FUNCTION,
        Extract.DATE_PART,
        Truncate.FUNCTION,
        Age.FUNCTION,
        Making.MAKE_DATE,
        Making.MAKE_TIME,
        Making.MAKE_TIMESTAMP,
        Making.TO_TIMESTAMP,
        Making.TIMEZONE,
        CurrentTime.NOW,
        CurrentTime.CURRENT_TIMESTAMP,
        CurrentTime.CURRENT_DATE,
        CurrentTime.CURRENT_TIME,
        CurrentTime.LOCALTIME,
        CurrentTime.LOCALTIMESTAMP,
        Randomness.GEN_RANDOM_UUID,
        TypeOf.FUNCTION);
  }

  private static List<AggregateFunction> aggregates() {
    return List.of(
        Count.FUNCTION,
        Sum.SUM,
        Sum.AVG,
        MinMax.MIN,
        MinMax.MAX,
        Variance.VARIANCE,
        Variance.VAR_SAMP,
        Variance.VAR_POP,
        Variance.STDDEV,
        Variance.STDDEV_SAMP,
        Variance.STDDEV_POP,
        BooleanAggregate.BOOL_AND,
        BooleanAggregate.BOOL_OR,
        BooleanAggregate.EVERY,
        StringAggregate.FUNCTION,
        AnyValue.FUNCTION);
  }
}
