package io.gabbro.parser;

import io.gabbro.ast.Statement;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser.AccessModeContext;
import io.gabbro.grammar.GabbroParser.IsolationLevelContext;
import io.gabbro.grammar.GabbroParser.TransactionModeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;

/** Builds START TRANSACTION and SET TRANSACTION. */
final class TransactionBuilder {
  private TransactionBuilder() {}

  /**
   * Builds the statement from its modes.
   *
   * @param set whether it is SET TRANSACTION
   * @throws io.gabbro.error.GabbroException SYNTAX_ERROR when a mode occurs twice
   */
  static Statement transaction(
      SourcePosition position, boolean set, List<TransactionModeContext> modes) {
    Optional<String> isolationLevel = Optional.empty();
    Optional<Boolean> readOnly = Optional.empty();
    for (TransactionModeContext mode : modes) {
      boolean repeated;
      if (mode instanceof IsolationLevelContext isolation) {
        repeated = isolationLevel.isPresent();
        isolationLevel = Optional.of(level(isolation));
      } else {
        repeated = readOnly.isPresent();
        readOnly = Optional.of(((AccessModeContext) mode).ONLY() != null);
      }
      if (repeated) {
        throw SyntaxError.at(mode.getStart(), "the transaction has a mode of this kind already");
      }
    }
    return new Statement.StartTransaction(position, set, isolationLevel, readOnly);
  }

  private static String level(IsolationLevelContext context) {
    List<String> words = new ArrayList<>();
    for (ParseTree word : context.children.subList(2, context.children.size())) {
      words.add(Names.fold(word.getText()));
    }
    return String.join(" ", words);
  }
}
