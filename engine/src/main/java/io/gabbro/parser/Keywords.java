package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The words of the grammar. */
public final class Keywords {
  private static final ATN AUTOMATON = GabbroParser._ATN;
  private static final IntervalSet NAMES = firstTokens(GabbroParser.RULE_name);
  private static final IntervalSet FUNCTION_NAMES = firstTokens(GabbroParser.RULE_functionName);
  private static final Map<String, Integer> TYPES = types();

  private Keywords() {}

  private static IntervalSet firstTokens(int rule) {
    return AUTOMATON.nextTokens(AUTOMATON.ruleToStartState[rule]);
  }

  private static Map<String, Integer> types() {
    Map<String, Integer> types = new HashMap<>();
    for (int type = 1; type <= GabbroParser.VOCABULARY.getMaxTokenType(); type++) {
      String literal = GabbroParser.VOCABULARY.getLiteralName(type);
      if (literal != null && Character.isLetter(literal.charAt(1))) {
        types.put(literal.substring(1, literal.length() - 1), type);
      }
    }
    return types;
  }

  /** All keywords in upper case, in alphabetical order. */
  public static SortedSet<String> all() {
    return new TreeSet<>(TYPES.keySet());
  }

  /** The keywords that are names only in double quotes. */
  public static SortedSet<String> reserved() {
    SortedSet<String> words = all();
    words.removeIf(word -> !isReserved(TYPES.get(word)));
    return words;
  }

  /** Whether a token is a keyword that is a name only in double quotes. */
  static boolean isReserved(int tokenType) {
    return tokenType >= GabbroParser.ABORT
        && tokenType <= GabbroParser.ZONE
        && !NAMES.contains(tokenType);
  }

  /** Whether {@code word}, in upper case, is a keyword that cannot be a name as it stands. */
  static boolean isReserved(String word) {
    Integer type = TYPES.get(word);
    return type != null && !NAMES.contains(type);
  }

  /** Whether {@code word}, in upper case, is a keyword that cannot name a function as it stands. */
  static boolean isReservedForFunctions(String word) {
    Integer type = TYPES.get(word);
    return type != null && !FUNCTION_NAMES.contains(type);
  }

  /**
   * The keyword of {@code allowed} that {@code word} most likely misspells: the nearest, and of
   * those one of the same length.
   *
   * @param word a word in upper case that is no keyword
   * @param allowed token types
   */
  static Optional<String> nearest(String word, Set<Integer> allowed) {
    int most = word.length() < 3 ? 0 : word.length() <= 4 ? 1 : 2;
    int nearest = most + 1;
    String best = null;
    for (String keyword : all()) {
      if (allowed.contains(TYPES.get(keyword))) {
        int distance = EditDistance.between(word, keyword, most);
        boolean sameLength = keyword.length() == word.length();
        if (distance < nearest || (distance == nearest && best != null && sameLength)) {
          best = keyword;
          nearest = distance;
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
