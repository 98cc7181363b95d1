package io.gabbro.function.string;

import static io.gabbro.function.Vectors.bytes;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8;
import io.gabbro.vector.BytesVector;
import java.util.List;

/** {@code btrim}, {@code ltrim}, {@code rtrim}, {@code trim}. */
public final class Trimming {
  private static final byte[] BLANK = {' '};

  /** {@code btrim(text [, characters])}. */
  public static final DefinedFunction BTRIM =
      Strings.function(
          "btrim",
          "btrim(text [, characters])",
          "The text without any of these characters at its start and end; blanks where none are"
              + " given.",
          "btrim('xxhixy', 'xy')",
          "hi",
          resolver(true, true));

  /** {@code trim([BOTH|LEADING|TRAILING] [characters FROM] text)}. */
  public static final ScalarFunction TRIM =
      Strings.function(
          "trim",
          "trim([BOTH | LEADING | TRAILING] [characters FROM] text)",
          "The text without any of these characters at its start, its end, or both.",
          "trim(BOTH 'x' FROM 'xxhix')",
          "hi",
          resolver(true, true));

  /** {@code ltrim(text [, characters])}. */
  public static final ScalarFunction LTRIM =
      Strings.function(
          "ltrim",
          "ltrim(text [, characters])",
          "The text without any of these characters at its start.",
          "ltrim('  hi')",
          "hi",
          resolver(true, false));

  /** {@code rtrim(text [, characters])}. */
  public static final ScalarFunction RTRIM =
      Strings.function(
          "rtrim",
          "rtrim(text [, characters])",
          "The text without any of these characters at its end.",
          "rtrim('hi!!', '!')",
          "hi",
          resolver(false, true));

  private Trimming() {}

  private static Resolver resolver(boolean atStart, boolean atEnd) {
    return Resolver.overloads(
        ScalarSignature.ofRows(
            List.of(SqlType.TEXT),
            SqlType.TEXT,
            (context, arguments, row, result) ->
                trim(bytes(arguments[0]), BLANK, 0, 1, atStart, atEnd, row, bytes(result))),
        ScalarSignature.ofRows(
            List.of(SqlType.TEXT, SqlType.TEXT),
            SqlType.TEXT,
            (context, arguments, row, result) -> {
              BytesVector characters = bytes(arguments[1]);
              trim(
                  bytes(arguments[0]),
                  characters.data(),
                  characters.start(row),
                  characters.length(row),
                  atStart,
                  atEnd,
                  row,
                  bytes(result));
            }));
  }

  private static void trim(
      BytesVector text,
      byte[] characters,
      int charactersStart,
      int charactersLength,
      boolean atStart,
      boolean atEnd,
      int row,
      BytesVector target) {
    byte[] data = text.data();
    int start = text.start(row);
    int end = start + text.length(row);
    while (atStart && start < end) {
      int next = Utf8.next(data, start, end);
      if (!contains(characters, charactersStart, charactersLength, data, start, next)) {
        break;
      }
      start = next;
    }
    while (atEnd && start < end) {
      int previous = Utf8.previous(data, end, start);
      if (!contains(characters, charactersStart, charactersLength, data, previous, end)) {
        break;
      }
      end = previous;
    }
    target.set(row, data, start, end - start);
  }

  /** Whether a character is one of several: UTF-8 is found in UTF-8 only at characters. */
  private static boolean contains(
      byte[] characters, int start, int length, byte[] data, int from, int to) {
    return Strings.indexOf(characters, start, start + length, data, from, to - from) >= 0;
  }
}
