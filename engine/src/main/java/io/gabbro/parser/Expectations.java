package io.gabbro.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * What the grammar allows at the first token that no way through it accepts.
 *
 * <p>The generated parser knows only what its current rule wanted; it has left the optional parts
 * before that behind. So this walks the grammar's automaton on all ways at once, from a state a few
 * tokens earlier, until none of them can take the next token.
 */
final class Expectations {
  private final int tokenIndex;
  private final Set<Position> positions;
  private final Set<Position> positionsBefore;

  private Expectations(int tokenIndex, Set<Position> positions, Set<Position> positionsBefore) {
    this.tokenIndex = tokenIndex;
    this.positions = positions;
    this.positionsBefore = positionsBefore;
  }

  /** Walks from the start of {@code rule} and the first token. */
  static Expectations fromStart(ATN automaton, int rule, StatementTokens tokens) {
    return walk(new Position(automaton.ruleToStartState[rule], null), 0, tokens);
  }

  /** Walks from where the generated parser stood. */
  static Expectations from(
      ATN automaton, TreeParser.Checkpoint checkpoint, StatementTokens tokens) {
    List<ATNState> follows = new ArrayList<>();
    ParserRuleContext context = checkpoint.context();
    for (RuleContext at = context; at.invokingState >= 0; at = at.parent) {
      RuleTransition call = (RuleTransition) automaton.states.get(at.invokingState).transition(0);
      follows.add(call.followState);
    }
    Caller caller = null;
    for (int i = follows.size() - 1; i >= 0; i--) {
      caller = new Caller(follows.get(i), caller);
    }
    ATNState state = automaton.states.get(checkpoint.state());
    return walk(new Position(state, caller), checkpoint.tokenIndex(), tokens);
  }

  private static Expectations walk(Position start, int from, StatementTokens tokens) {
    Set<Position> before = Set.of();
    Set<Position> here = Set.of(start);
    for (int i = from; ; i++) {
      Set<Position> next = step(here, tokens.get(i).getType());
      if (next.isEmpty() || i == tokens.size() - 1) {
        return new Expectations(i, here, before);
      }
      before = here;
      here = next;
    }
  }

  private static Set<Position> step(Collection<Position> from, int tokenType) {
    Set<Position> next = new LinkedHashSet<>();
    explore(
        from,
        rule -> false,
        new Finding() {
          @Override
          public void token(Position position, Transition transition) {
            if (transition.matches(tokenType, Token.MIN_USER_TOKEN_TYPE, Integer.MAX_VALUE)) {
              next.add(new Position(transition.target, position.caller()));
            }
          }

          @Override
          public void rule(int ruleIndex) {}
        });
    return next;
  }

  /** The index of the token that is not allowed. */
  int tokenIndex() {
    return tokenIndex;
  }

  /** The types of all tokens that are allowed in place of the one that is not. */
  Set<Integer> tokenTypes() {
    return tokenTypes(positions);
  }

  /** The types of all tokens that were allowed one token earlier. */
  Set<Integer> tokenTypesBefore() {
    return tokenTypes(positionsBefore);
  }

  private static Set<Integer> tokenTypes(Collection<Position> from) {
    Set<Integer> types = new LinkedHashSet<>();
    explore(
        from,
        rule -> false,
        new Finding() {
          @Override
          public void token(Position position, Transition transition) {
            types.addAll(transition.label().toList());
          }

          @Override
          public void rule(int ruleIndex) {}
        });
    return types;
  }

  /**
   * Visits what is allowed, in the order of the grammar.
   *
   * @param named the rules that {@code finding} wants to see as a whole
   * @param finding receives those rules, and the tokens outside of them
   */
  void visit(IntPredicate named, Finding finding) {
    explore(positions, named, finding);
  }

  private static void explore(Collection<Position> from, IntPredicate named, Finding finding) {
    Set<Position> seen = new HashSet<>();
    Deque<Position> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      Position position = open.pop();
      if (!seen.add(position)) {
        continue;
      }
      if (position.state() instanceof RuleStopState) {
        if (position.caller() != null) {
          open.push(new Position(position.caller().follow, position.caller().caller));
        }
        continue;
      }
      List<Position> next = new ArrayList<>();
      for (Transition transition : position.state().getTransitions()) {
        if (transition instanceof RuleTransition call) {
          if (named.test(call.ruleIndex)) {
            finding.rule(call.ruleIndex);
          } else {
            next.add(new Position(call.target, new Caller(call.followState, position.caller())));
          }
        } else if (transition.isEpsilon()) {
          next.add(new Position(transition.target, position.caller()));
        } else {
          finding.token(position, transition);
        }
      }
      for (int i = next.size() - 1; i >= 0; i--) {
        open.push(next.get(i));
      }
    }
  }

  /** Receives what {@link #visit} meets. */
  interface Finding {
    /** A transition that takes a token. */
    void token(Position position, Transition transition);

    /** One of the named rules. */
    void rule(int ruleIndex);
  }

  /**
   * A state of the automaton and the rules to return to.
   *
   * @param state the state
   * @param caller where its rule returns to; null at the outermost rule
   */
  record Position(ATNState state, Caller caller) {
    /** Whether the rule of this state returns to the rule {@code ruleIndex}. */
    boolean isCalledFrom(int ruleIndex) {
      return caller != null && caller.follow.ruleIndex == ruleIndex;
    }
  }

  /** A place to return to when a rule ends. Compared by identity, which never recurses. */
  static final class Caller {
    private final ATNState follow;
    private final Caller caller;

    /**
     * A place to return to.
     *
     * @param follow the state behind the call
     * @param caller where that state's rule returns to in turn; null at the outermost rule
     */
    Caller(ATNState follow, Caller caller) {
      this.follow = follow;
      this.caller = caller;
    }
  }
}
