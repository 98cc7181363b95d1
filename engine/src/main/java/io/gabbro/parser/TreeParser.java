package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Runs the generated parser: first with the fast SLL prediction, and only where that fails with
 * full LL prediction, which decides whether the statement is wrong.
 */
final class TreeParser {
  /**
   * Up to so many tokens, what was expected is found from the start of the statement, which is
   * exact; beyond, from two tokens earlier, where the parser has decided for one way already.
   */
  private static final int SHORT = 200;

  private TreeParser() {}

  /**
   * Parses {@code tokens} with the rule {@code rule}.
   *
   * @throws io.gabbro.error.GabbroException SYNTAX_ERROR
   */
  static <T extends ParserRuleContext> T parse(
      StatementTokens tokens, Function<GabbroParser, T> rule) {
    try {
      return parseFast(tokens, rule);
    } catch (ParseCancellationException e) {
      return parseFully(tokens, rule);
    }
  }

  /**
   * Parses with SLL prediction only.
   *
   * @throws ParseCancellationException when the text is wrong or needs full LL prediction
   */
  static <T extends ParserRuleContext> T parseFast(
      StatementTokens tokens, Function<GabbroParser, T> rule) {
    return run(new GabbroParser(tokens), PredictionMode.SLL, rule);
  }

  private static <T extends ParserRuleContext> T parseFully(
      StatementTokens tokens, Function<GabbroParser, T> rule) {
    TracingParser parser = new TracingParser(tokens);
    try {
      return run(parser, PredictionMode.LL, rule);
    } catch (ParseCancellationException e) {
      throw SyntaxError.of(parser.expectations(), tokens);
    }
  }

  /** What the grammar allows at the first wrong token of a text that is wrong. */
  static Expectations expectations(
      StatementTokens tokens, Function<GabbroParser, ? extends ParserRuleContext> rule) {
    TracingParser parser = new TracingParser(tokens);
    try {
      run(parser, PredictionMode.LL, rule);
    } catch (ParseCancellationException e) {
      return parser.expectations();
    }
    throw new IllegalArgumentException("the text is right");
  }

  private static <T extends ParserRuleContext> T run(
      GabbroParser parser, PredictionMode mode, Function<GabbroParser, T> rule) {
    parser.getTokenStream().seek(0);
    parser.removeErrorListeners();
    parser.setErrorHandler(new StopAtError());
    parser.getInterpreter().setPredictionMode(mode);
    return rule.apply(parser);
  }

  /** Stops at the first error and reports nothing. */
  private static final class StopAtError extends BailErrorStrategy {
    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
      // Whoever started the parser reports the error.
    }
  }

  /** Remembers the states of the last two tokens that it consumed. */
  private static final class TracingParser extends GabbroParser {
    private final StatementTokens tokens;
    private int firstRule = -1;
    private Checkpoint last;
    private Checkpoint beforeLast;

    TracingParser(StatementTokens tokens) {
      super(tokens);
      this.tokens = tokens;
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int ruleIndex) {
      if (firstRule < 0) {
        firstRule = ruleIndex;
      }
      super.enterRule(context, state, ruleIndex);
    }

    @Override
    public Token consume() {
      beforeLast = last;
      last = new Checkpoint(getState(), _ctx, tokens.index());
      return super.consume();
    }

    /** What the grammar allows at the first token that it does not. */
    Expectations expectations() {
      if (tokens.index() <= SHORT) {
        return Expectations.fromStart(getATN(), firstRule, tokens);
      }
      return Expectations.from(getATN(), beforeLast, tokens);
    }
  }

  /**
   * Where the parser stood in front of a token.
   *
   * @param state the number of its state
   * @param context the rules that it was in
   * @param tokenIndex the token
   */
  record Checkpoint(int state, ParserRuleContext context, int tokenIndex) {}
}
