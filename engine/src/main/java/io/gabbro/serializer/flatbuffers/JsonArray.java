package io.gabbro.serializer.flatbuffers;

import io.gabbro.type.Utf8Builder;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON array of scalars (RFC 8259), an element at a time. The text is UTF-8. Not
 * thread-safe.
 */
final class JsonArray {
  /** What an element is. */
  enum Kind {
    STRING,
    NUMBER,
    TRUE,
    FALSE
  }

  /** The text is no JSON array of scalars. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String problem, int at) {
      super(problem + " at byte " + at);
    }
  }

  private final byte[] bytes;
  private final int start;
  private final int end;
  private final Utf8Builder text = new Utf8Builder();
  private int at;
  private boolean started;
  private Kind kind;

  JsonArray(byte[] bytes, int start, int length) {
    this.bytes = bytes;
    this.start = start;
    end = start + length;
    at = start;
  }

  /** Goes to the next element; false behind the last, where the text then ends too. */
  boolean next() throws MalformedException {
    skipBlanks();
    if (!started) {
      expect('[');
      started = true;
      skipBlanks();
      if (peek() != ']') {
        readElement();
        return true;
      }
    } else if (peek() == ',') {
      at++;
      skipBlanks();
      readElement();
      return true;
    }
    expect(']');
    skipBlanks();
    if (at < end) {
      throw malformed("there is more text");
    }
    return false;
  }

  /** What the element is. */
  Kind kind() {
    return kind;
  }

  /** The content of a string, or the digits of a number. */
  Utf8Builder text() {
    return text;
  }

  private MalformedException malformed(String problem) {
    return new MalformedException(problem, at - start + 1);
  }

  private int peek() {
    return at < end ? bytes[at] : -1;
  }

  private void expect(char wanted) throws MalformedException {
    if (peek() != wanted) {
      throw malformed("'" + wanted + "' is missing");
    }
    at++;
  }

  private void skipBlanks() {
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
  }

  private void readElement() throws MalformedException {
    text.clear();
    switch (peek()) {
      case '"' -> readString();
      case 't' -> readWord("true", Kind.TRUE);
      case 'f' -> readWord("false", Kind.FALSE);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber();
      default -> throw malformed("a string, a number, true or false is missing");
    }
  }

  private void readWord(String word, Kind meaning) throws MalformedException {
    for (byte letter : word.getBytes(StandardCharsets.US_ASCII)) {
      expect((char) letter);
    }
    kind = meaning;
  }

  private void readNumber() throws MalformedException {
    int first = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      readDigits();
    }
    if (peek() == '.') {
      at++;
      readDigits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      readDigits();
    }
    text.append(bytes, first, at - first);
    kind = Kind.NUMBER;
  }

  private void readDigits() throws MalformedException {
    int first = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == first) {
      throw malformed("a digit is missing");
    }
  }

  private void readString() throws MalformedException {
    at++;
    int copied = at;
    while (at < end && bytes[at] != '"') {
      if (bytes[at] >= 0 && bytes[at] < ' ') {
        throw malformed("a control character is not escaped");
      }
      if (bytes[at] == '\\') {
        text.append(bytes, copied, at - copied);
        at++;
        readEscape();
        copied = at;
      } else {
        at++;
      }
    }
    text.append(bytes, copied, at - copied);
    expect('"');
    kind = Kind.STRING;
  }

  private void readEscape() throws MalformedException {
    int escape = peek();
    at++;
    switch (escape) {
      case '"', '\\', '/' -> text.append((char) escape);
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> {
        char unit = readUnit();
        if (!Character.isSurrogate(unit)) {
          text.appendCodePoint(unit);
          return;
        }
        expect('\\');
        expect('u');
        char low = readUnit();
        if (!Character.isSurrogatePair(unit, low)) {
          throw malformed("half a surrogate pair ends");
        }
        text.appendCodePoint(Character.toCodePoint(unit, low));
      }
      default -> throw malformed("an unknown escape ends");
    }
  }

  private char readUnit() throws MalformedException {
    int unit = 0;
    for (int digit = 0; digit < 4; digit++) {
      int value = at < end && bytes[at] >= 0 ? Character.digit(bytes[at], 16) : -1;
      if (value < 0) {
        throw malformed("a hexadecimal digit is missing");
      }
      unit = unit * 16 + value;
      at++;
    }
    return (char) unit;
  }
}
