package io.gabbro.function.string;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A compiled pattern of LIKE over UTF-8 bytes: the pieces between the {@code %}, of which the first
 * is bound to the start of a text, the last to its end, and the others follow each other anywhere
 * in between.
 *
 * <p>To take the leftmost place for each piece is enough: where a later place leads to a match, so
 * does an earlier one. Bytes can be compared without a look at characters, because in UTF-8 no
 * character starts inside another.
 */
final class LikePattern {
  /** The byte that stands for {@code _} in a piece: none of UTF-8. */
  private static final byte ANY_CHARACTER = (byte) 0xFF;

  private static final int NO_ESCAPE = -1;

  private final byte[] first;
  private final byte[][] middle;

  /** Null when the pattern has no {@code %}. */
  private final byte[] last;

  private final boolean literal;
  private final ByteSearch[] searches;

  private LikePattern(List<byte[]> pieces) {
    first = pieces.get(0);
    last = pieces.size() == 1 ? null : pieces.get(pieces.size() - 1);
    middle =
        pieces.subList(1, Math.max(1, pieces.size() - 1)).stream()
            .filter(piece -> piece.length > 0)
            .toArray(byte[][]::new);
    literal = pieces.stream().allMatch(LikePattern::isLiteral);
    searches = Arrays.stream(middle).map(ByteSearch::new).toArray(ByteSearch[]::new);
  }

  private static boolean isLiteral(byte[] piece) {
    for (byte value : piece) {
      if (value == ANY_CHARACTER) {
        return false;
      }
    }
    return true;
  }

  /**
   * Compiles a pattern.
   *
   * @param escape the character that takes the meaning from the one behind it; none when empty
   * @throws GabbroException INVALID_ESCAPE when {@code escape} is longer than a character, or
   *     INVALID_ESCAPE_SEQUENCE when the pattern ends with it
   */
  static LikePattern compile(byte[] pattern, byte[] escape) {
    if (Utf8.length(escape, 0, escape.length) > 1) {
      throw new GabbroException(ErrorCode.INVALID_ESCAPE);
    }
    int escapeCharacter = escape.length == 0 ? NO_ESCAPE : Utf8.codePoint(escape, 0, escape.length);
    List<byte[]> pieces = new ArrayList<>();
    byte[] piece = new byte[pattern.length];
    int length = 0;
    int next;
    for (int position = 0; position < pattern.length; position = next) {
      next = Utf8.next(pattern, position, pattern.length);
      int character = Utf8.codePoint(pattern, position, pattern.length);
      if (character == escapeCharacter) {
        if (next == pattern.length) {
          throw new GabbroException(ErrorCode.INVALID_ESCAPE_SEQUENCE);
        }
        position = next;
        next = Utf8.next(pattern, position, pattern.length);
      } else if (character == '%') {
        pieces.add(Arrays.copyOf(piece, length));
        length = 0;
        continue;
      } else if (character == '_') {
        piece[length++] = ANY_CHARACTER;
        continue;
      }
      System.arraycopy(pattern, position, piece, length, next - position);
      length += next - position;
    }
    pieces.add(Arrays.copyOf(piece, length));
    return new LikePattern(pieces);
  }

  /** Whether a text matches. */
  boolean matches(byte[] text, int start, int length) {
    return literal
        ? matchesLiteral(text, start, start + length)
        : matchesCharacters(text, start, start + length);
  }

  private boolean matchesLiteral(byte[] text, int start, int end) {
    if (last == null) {
      return Arrays.equals(text, start, end, first, 0, first.length);
    }
    if (end - start < first.length + last.length
        || !occursAt(text, start, first)
        || !occursAt(text, end - last.length, last)) {
      return false;
    }
    int position = start + first.length;
    int limit = end - last.length;
    for (ByteSearch search : searches) {
      int found = search.indexOf(text, position, limit);
      if (found < 0) {
        return false;
      }
      position = found + search.length();
    }
    return true;
  }

  private static boolean occursAt(byte[] text, int position, byte[] piece) {
    for (int index = 0; index < piece.length; index++) {
      if (text[position + index] != piece[index]) {
        return false;
      }
    }
    return true;
  }

  private boolean matchesCharacters(byte[] text, int start, int end) {
    int position = matchAt(text, start, end, first);
    if (last == null) {
      return position == end;
    }
    for (int index = 0; index < middle.length && position >= 0; index++) {
      position = find(text, position, end, middle[index]);
    }
    if (position < 0) {
      return false;
    }
    int limit = position;
    int at = end;
    for (int characters = characters(last); characters > 0; characters--) {
      if (at <= limit) {
        return false;
      }
      at = Utf8.previous(text, at, limit);
    }
    return matchAt(text, at, end, last) == end;
  }

  /** The end of the first place where a piece matches, -1 when there is none. */
  private static int find(byte[] text, int start, int end, byte[] piece) {
    for (int position = start; position < end; position = Utf8.next(text, position, end)) {
      int behind = matchAt(text, position, end, piece);
      if (behind >= 0) {
        return behind;
      }
    }
    return -1;
  }

  /** The end of a piece that matches at a position, -1 when it does not. */
  private static int matchAt(byte[] text, int start, int end, byte[] piece) {
    int position = start;
    for (byte expected : piece) {
      if (position >= end) {
        return -1;
      }
      if (expected == ANY_CHARACTER) {
        position = Utf8.next(text, position, end);
      } else if (text[position++] != expected) {
        return -1;
      }
    }
    return position;
  }

  private static int characters(byte[] piece) {
    int count = 0;
    for (byte value : piece) {
      count += Utf8.isContinuation(value) ? 0 : 1;
    }
    return count;
  }
}
