package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.Transition;

/** Names what the grammar allows in the words of a user: "an expression", FROM, ",". */
final class ExpectedWords {
  private static final String EXPRESSION = "an expression";
  private static final String ALIAS = "an alias";

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

  /** The rules whose own tokens are operators. */
  private static final Set<Integer> OPERATOR_RULES =
      Set.of(
          GabbroParser.RULE_expression,
          GabbroParser.RULE_conjunction,
          GabbroParser.RULE_booleanTerm,
          GabbroParser.RULE_comparisonOperator,
          GabbroParser.RULE_truthTest,
          GabbroParser.RULE_predicate,
          GabbroParser.RULE_condition,
          GabbroParser.RULE_between,
          GabbroParser.RULE_inList,
          GabbroParser.RULE_like,
          GabbroParser.RULE_arithmetic,
          GabbroParser.RULE_factor);

  private final Set<String> things = new LinkedHashSet<>();
  private final Set<String> symbols = new LinkedHashSet<>();
  private final Set<String> keywords = new LinkedHashSet<>();
  private boolean operator;
  private boolean end;

  private ExpectedWords() {}

  /** What is allowed: things first, then symbols, keywords and the end. */
  static List<String> of(Expectations expectations) {
    ExpectedWords words = new ExpectedWords();
    expectations.visit(
        NAMES::containsKey,
        new Expectations.Finding() {
          @Override
          public void token(Expectations.Position position, Transition transition) {
            for (int type : transition.label().toList()) {
              if (!isContinuation(position, type)) {
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
      case GabbroParser.RULE_namedValue, GabbroParser.RULE_tableName ->
          type == GabbroParser.DOT || type == GabbroParser.LEFT_PAREN;
      case GabbroParser.RULE_dataType -> type != GabbroParser.TIME && type != GabbroParser.ZONE;
      case GabbroParser.RULE_typeArguments -> type == GabbroParser.LEFT_PAREN;
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
    } else if (OPERATOR_RULES.contains(rule) && isOperator(type)) {
      operator = true;
    } else {
      String literal = GabbroParser.VOCABULARY.getLiteralName(type);
      boolean keyword = literal == null || Character.isLetter(literal.charAt(1));
      (keyword ? keywords : symbols).add(display(type));
    }
  }

  /** Whether a token of an operator rule is an operator, not a later word such as BETWEEN's AND. */
  private static boolean isOperator(int type) {
    return type != GabbroParser.LEFT_PAREN
        && type != GabbroParser.RIGHT_PAREN
        && type != GabbroParser.COMMA;
  }

  private static String display(int type) {
    return switch (type) {
      case GabbroParser.GROUP -> "GROUP BY";
      case GabbroParser.ORDER -> "ORDER BY";
      case GabbroParser.PRIMARY -> "PRIMARY KEY";
      case GabbroParser.APPLY -> "APPLY BATCH";
      case GabbroParser.NOT_EQUAL -> "\"<>\"";
      default -> {
        String literal = GabbroParser.VOCABULARY.getLiteralName(type);
        String name = GabbroParser.VOCABULARY.getSymbolicName(type);
        yield literal == null || Character.isLetter(literal.charAt(1))
            ? name
            : literal.replace('\'', '"');
      }
    };
  }

  private List<String> list() {
    List<String> all = new ArrayList<>(things);
    if (operator) {
      all.add("an operator");
    }
    all.addAll(symbols);
    all.addAll(keywords);
    if (end) {
      all.add("end of statement");
    }
    return all;
  }
}
