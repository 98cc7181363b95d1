package io.gabbro.function;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.TypeNames;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.ValueParser;
import io.gabbro.vector.ValueText;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value in a test, written as {@code numeric(5,2) '1.50'}, or {@code text NULL}, or a bare {@code
 * NULL}.
 *
 * @param text null for NULL
 */
public record TypedValue(SqlType type, String text) {
  private static final Pattern TYPE = Pattern.compile("([a-z0-9 ]+)(?:\\((\\d+(?:,\\d+)?)\\))?");

  /** The type of a name with its arguments. */
  public static SqlType type(String name) {
    if (name.equals("null") || name.isEmpty()) {
      return SqlType.NULL;
    }
    Matcher matcher = TYPE.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name);
    }
    List<Integer> arguments =
        matcher.group(2) == null
            ? List.of()
            : Arrays.stream(matcher.group(2).split(",")).map(Integer::valueOf).toList();
    return TypeNames.resolve(matcher.group(1), arguments);
  }

  /** Puts the value into a vector of its type. */
  void put(ColumnVector vector, int row, ZoneId zone) {
    if (text == null) {
      vector.setNull(row);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    vector.setNotNull(row);
    new ValueParser(type).parse(bytes, 0, bytes.length, zone, vector, row);
  }

  /** The text of a result. */
  static String text(SqlType type, ColumnVector vector, int row, ZoneId zone) {
    return type.kind() == TypeKind.NULL ? null : ValueText.of(type, vector, row, zone);
  }

  /** The types of values. */
  static List<SqlType> types(List<TypedValue> values) {
    return values.stream().map(TypedValue::type).toList();
  }

  /** Reads values separated by commas. */
  static List<TypedValue> parse(String list) {
    List<TypedValue> values = new ArrayList<>();
    int position = 0;
    while (position < list.length()) {
      int quote = list.indexOf('\'', position);
      int bare = list.indexOf("NULL", position);
      if (bare >= 0 && (quote < 0 || bare < quote)) {
        String name = list.substring(position, bare).strip();
        values.add(new TypedValue(name.isEmpty() ? SqlType.NULL : type(name), null));
        position = bare + "NULL".length();
      } else {
        if (quote < 0) {
          throw new IllegalArgumentException("a value has neither quotes nor NULL: " + list);
        }
        String name = list.substring(position, quote).strip();
        int end = quote + 1;
        StringBuilder text = new StringBuilder();
        while (list.charAt(end) != '\'' || list.startsWith("''", end)) {
          end += list.startsWith("''", end) ? 1 : 0;
          text.append(list.charAt(end++));
        }
        values.add(new TypedValue(type(name), unescape(text.toString())));
        position = end + 1;
      }
      if (position < list.length()) {
        if (list.charAt(position) != ',') {
          throw new IllegalArgumentException("no comma behind a value: " + list);
        }
        position++;
      }
    }
    return values;
  }

  private static String unescape(String text) {
    return text.replace("<newline>", "\n").replace("<tab>", "\t");
  }
}
