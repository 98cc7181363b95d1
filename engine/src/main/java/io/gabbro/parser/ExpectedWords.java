package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.Transition;

/** Names what the grammar allows in the words of a user: "an expression", FROM, ",". */
final class ExpectedWords {
  private static final String EXPRESSION = "an expression";
  private static final String ALIAS = "an alias";
  private static final String OPERATOR = "an operator";

  /** The rules that a user knows as one thing. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(GabbroParser.RULE_statement, "a statement"),
          Map.entry(GabbroParser.RULE_query, "a query"),
          Map.entry(GabbroParser.RULE_selectItem, EXPRESSION),
          Map.entry(GabbroParser.RULE_expression, EXPRESSION),
          Map.entry(GabbroParser.RULE_predicate, EXPRESSION),
          Map.entry(GabbroParser.RULE_arithmetic, EXPRESSION),
          Map.entry(GabbroParser.RULE_factor, EXPRESSION),
          Map.entry(GabbroParser.RULE_primary, EXPRESSION),
          Map.entry(GabbroParser.RULE_constant, EXPRESSION),
          Map.entry(GabbroParser.RULE_condition, OPERATOR),
          Map.entry(GabbroParser.RULE_truthTest, OPERATOR),
          Map.entry(GabbroParser.RULE_comparisonOperator, OPERATOR),
          Map.entry(GabbroParser.RULE_tableName, "a table name"),
          Map.entry(GabbroParser.RULE_columnName, "a column name"),
          Map.entry(GabbroParser.RULE_savepointName, "a savepoint name"),
          Map.entry(GabbroParser.RULE_optionName, "an option name"),
          Map.entry(GabbroParser.RULE_copyOption, "an option"),
          Map.entry(GabbroParser.RULE_optionValue, "a value"),
          Map.entry(GabbroParser.RULE_name, "a name"),
          Map.entry(GabbroParser.RULE_anyWord, "a name"),
          Map.entry(GabbroParser.RULE_columnAlias, ALIAS),
          Map.entry(GabbroParser.RULE_tableAlias, ALIAS),
          Map.entry(GabbroParser.RULE_dataType, "a data type"),
          Map.entry(GabbroParser.RULE_intervalUnit, "an interval unit"),
          Map.entry(GabbroParser.RULE_file, "a file name in quotes"),
          Map.entry(GabbroParser.RULE_string, "a string"));

  /** The rules whose own tokens are operators between two operands. */
  private static final Set<Integer> OPERATOR_RULES =
      Set.of(
          GabbroParser.RULE_expression,
          GabbroParser.RULE_conjunction,
          GabbroParser.RULE_arithmetic,
          GabbroParser.RULE_factor);

  private final Set<String> things = new LinkedHashSet<>();
  private final Set<String> symbols = new LinkedHashSet<>();
  private final Set<String> keywords = new LinkedHashSet<>();
  private boolean end;

  private ExpectedWords() {}

  /** What is allowed, never nothing: things first, then symbols, keywords and the end. */
  static List<String> of(Expectations expectations) {
    List<String> words = of(expectations, ExpectedWords::isContinuation);
    return words.isEmpty() ? of(expectations, (position, type) -> false) : words;
  }

  private static List<String> of(
      Expectations expectations, BiPredicate<Expectations.Position, Integer> ignored) {
    ExpectedWords words = new ExpectedWords();
    expectations.visit(
        NAMES::containsKey,
        new Expectations.Finding() {
          @Override
          public void token(Expectations.Position position, Transition transition) {
            for (int type : transition.label().toList()) {
              if (!ignored.test(position, type)) {
                words.add(position.state().ruleIndex, type);
              }
            }
          }

          @Override
          public void rule(int ruleIndex) {
            words.things.add(NAMES.get(ruleIndex));
          }
        });
    return words.list();
  }

  /** Whether a token merely continues what was complete, so that nobody misses it. */
  private static boolean isContinuation(Expectations.Position position, int type) {
    return switch (position.state().ruleIndex) {
      case GabbroParser.RULE_namedValue,
          GabbroParser.RULE_tableName,
          GabbroParser.RULE_selectItem ->
          type == GabbroParser.DOT || type == GabbroParser.LEFT_PAREN;
      case GabbroParser.RULE_dataType -> type != GabbroParser.TIME && type != GabbroParser.ZONE;
      case GabbroParser.RULE_typeArguments -> type == GabbroParser.LEFT_PAREN;
      case GabbroParser.RULE_string -> true;
      case GabbroParser.RULE_booleanTerm -> type == GabbroParser.NOT;
      case GabbroParser.RULE_factor -> type != GabbroParser.DOUBLE_COLON;
      case GabbroParser.RULE_like -> type == GabbroParser.ESCAPE;
      case GabbroParser.RULE_filter -> type == GabbroParser.FILTER;
      case GabbroParser.RULE_columnList ->
          type == GabbroParser.LEFT_PAREN
              && position.isCalledFrom(GabbroParser.RULE_tableExpression);
      default -> false;
    };
  }

  private void add(int rule, int type) {
    if (type == Token.EOF) {
      end = true;
    } else if (OPERATOR_RULES.contains(rule)) {
      things.add(OPERATOR);
    } else if (type == GabbroParser.NUMBER) {
      things.add("a number");
    } else if (type == GabbroParser.IDENTIFIER || type == GabbroParser.QUOTED_IDENTIFIER) {
      things.add("a name");
    } else {
      (isKeyword(type) ? keywords : symbols).add(display(type));
    }
  }

  private static boolean isKeyword(int type) {
    return type <= GabbroParser.ZONE;
  }

  private static String display(int type) {
    return switch (type) {
      case GabbroParser.GROUP -> "GROUP BY";
      case GabbroParser.ORDER -> "ORDER BY";
      case GabbroParser.PRIMARY -> "PRIMARY KEY";
      case GabbroParser.APPLY -> "APPLY BATCH";
      case GabbroParser.SKIP_ -> "SKIP LOCKED";
      default ->
          isKeyword(type)
              ? GabbroParser.VOCABULARY.getSymbolicName(type)
              : GabbroParser.VOCABULARY.getLiteralName(type).replace('\'', '"');
    };
  }

  private List<String> list() {
    List<String> all = new ArrayList<>(things);
    all.addAll(symbols);
    all.addAll(keywords);
    if (end) {
      all.add("end of statement");
    }
    return all;
  }
}
