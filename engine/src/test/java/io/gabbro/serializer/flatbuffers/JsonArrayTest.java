package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonArrayTest {
  private static List<String> elements(String text) throws JsonArray.MalformedException {
    byte[] bytes = (">" + text + "]").getBytes(StandardCharsets.UTF_8);
    JsonArray array = new JsonArray(bytes, 1, bytes.length - 2);
    List<String> elements = new ArrayList<>();
    while (array.next()) {
      elements.add(array.kind() + " " + array.text());
    }
    return elements;
  }

  @Test
  void readsAllKindsOfElements() throws JsonArray.MalformedException {
    assertEquals(List.of(), elements(" [ ] "));
    assertEquals(
        List.of(
            "NUMBER 0",
            "NUMBER -12",
            "NUMBER 1.50",
            "NUMBER -0.1e+05",
            "NUMBER 7E1",
            "TRUE ",
            "FALSE ",
            "STRING "),
        elements("[0,-12 , 1.50\n,-0.1e+05,\t7E1, true,false , \"\"]"));
  }

  @Test
  void readsEscapes() throws JsonArray.MalformedException {
    assertEquals(
        List.of("STRING a\"\\/\b\f\n\r\té\uD83D\uDE00z", "STRING ö"),
        elements("[\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00z\",\"ö\"]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``           | '[' is missing at byte 1",
        "[            | a string, a number, true or false is missing at byte 2",
        "[1           | ']' is missing at byte 3",
        "[1,]         | a string, a number, true or false is missing at byte 4",
        "[,1]         | a string, a number, true or false is missing at byte 2",
        "[1] 2        | there is more text at byte 5",
        "[1 2]        | ']' is missing at byte 4",
        "[01]         | ']' is missing at byte 3",
        "[+1]         | a string, a number, true or false is missing at byte 2",
        "[-]          | a digit is missing at byte 3",
        "[1.]         | a digit is missing at byte 4",
        "[.5]         | a string, a number, true or false is missing at byte 2",
        "[1e]         | a digit is missing at byte 4",
        "[null]       | a string, a number, true or false is missing at byte 2",
        "[NaN]        | a string, a number, true or false is missing at byte 2",
        "[tru]        | 'e' is missing at byte 5",
        "[[1]]        | a string, a number, true or false is missing at byte 2",
        "[\"a]          | '\"' is missing at byte 5",
        "[\"\\x\"]       | an unknown escape ends at byte 5",
        "[\"\\u12G4\"]   | a hexadecimal digit is missing at byte 7",
        "[\"\\uD800\"]   | '\\' is missing at byte 9",
        "[\"\\uDC00\\u0041\"] | half a surrogate pair ends at byte 15",
      })
  void refuses(String text, String problem) {
    JsonArray.MalformedException e =
        assertThrows(JsonArray.MalformedException.class, () -> elements(text));
    assertEquals(problem, e.getMessage());
  }

  @Test
  void refusesControlCharactersInStrings() {
    assertEquals(
        "a control character is not escaped at byte 3",
        assertThrows(JsonArray.MalformedException.class, () -> elements("[\"\n\"]")).getMessage());
  }
}
