package io.gabbro.copy;

import io.gabbro.ast.StatementOption;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The options of COPY.
 *
 * @param delimiter what stands between values
 * @param quote what stands around values; one inside a value is doubled
 * @param nullText what NULL looks like, without quotes
 * @param header whether the first line names the columns
 * @param charset the encoding of the file
 */
public record CopyOptions(
    char delimiter, char quote, String nullText, boolean header, Charset charset) {
  private static final List<String> NAMES =
      List.of("format", "header", "delimiter", "null", "quote", "encoding");

  /**
   * The options of a statement.
   *
   * @throws GabbroException {@code UNDEFINED_OPTION}, {@code INVALID_OPTION}
   */
  public static CopyOptions of(List<StatementOption> options) {
    char delimiter = ',';
    char quote = '"';
    String nullText = "";
    boolean header = false;
    Charset charset = StandardCharsets.UTF_8;
    for (StatementOption option : options) {
      switch (option.name().name().toLowerCase(Locale.ROOT)) {
        case "format" -> checkFormat(option);
        case "header" -> header = truth(option);
        case "delimiter" -> delimiter = character(option);
        case "quote" -> quote = character(option);
        case "null" -> nullText = text(option);
        case "encoding" -> charset = charset(option);
        default -> throw unknown(option);
      }
    }
    if (delimiter == quote) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT, "delimiter and quote of COPY must differ");
    }
    return new CopyOptions(delimiter, quote, nullText, header, charset);
  }

  private static void checkFormat(StatementOption option) {
    if (!text(option).equalsIgnoreCase("csv")) {
      throw invalid(option, "the only format is csv");
    }
  }

  private static boolean truth(StatementOption option) {
    return switch (option.value().orElse("true").toLowerCase(Locale.ROOT)) {
      case "true", "on", "1", "yes" -> true;
      case "false", "off", "0", "no" -> false;
      default -> throw invalid(option, "must be true or false");
    };
  }

  private static char character(StatementOption option) {
    String text = text(option);
    if (text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1 || text.charAt(0) == '\n' || text.charAt(0) == '\r') {
      throw invalid(option, "must be one character");
    }
    return text.charAt(0);
  }

  private static Charset charset(StatementOption option) {
    try {
      return Charset.forName(text(option));
    } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
      throw invalid(option, "no such encoding");
    }
  }

  private static String text(StatementOption option) {
    return option.value().orElseThrow(() -> invalid(option, "a value is missing"));
  }

  private static GabbroException invalid(StatementOption option, String problem) {
    return GabbroException.at(
        option.name().position(),
        ErrorCode.INVALID_OPTION,
        option.name().name(),
        option.value().orElse(""),
        problem);
  }

  private static GabbroException unknown(StatementOption option) {
    GabbroException error =
        GabbroException.at(
            option.name().position(), ErrorCode.UNDEFINED_OPTION, option.name().name());
    Optional<String> close = Suggestions.closest(option.name().name(), NAMES);
    return close.map(name -> error.withHint("did you mean \"" + name + "\"?")).orElse(error);
  }
}
