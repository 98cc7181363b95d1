package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.grammar.GabbroParser.ColumnConstraintContext;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the type of a column.
 *
 * @param notNull whether NOT NULL was written
 * @param primaryKey whether PRIMARY KEY was written
 * @param defaultValue the expression of DEFAULT
 */
record ColumnConstraints(boolean notNull, boolean primaryKey, Optional<Expression> defaultValue) {

  /**
   * Reads constraints.
   *
   * @throws io.gabbro.error.GabbroException SYNTAX_ERROR when one occurs twice, or NULL meets NOT
   *     NULL or PRIMARY KEY
   */
  static ColumnConstraints of(
      List<ColumnConstraintContext> contexts, ExpressionBuilder expressions) {
    boolean nullable = false;
    boolean notNull = false;
    boolean primaryKey = false;
    Optional<Expression> defaultValue = Optional.empty();
    for (ColumnConstraintContext context : contexts) {
      boolean repeated = false;
      if (context.DEFAULT() != null) {
        repeated = defaultValue.isPresent();
        defaultValue = Optional.of(expressions.arithmetic(context.arithmetic()));
      } else if (context.PRIMARY() != null) {
        repeated = primaryKey;
        primaryKey = true;
      } else if (context.NOT() != null) {
        repeated = notNull;
        notNull = true;
      } else {
        repeated = nullable;
        nullable = true;
      }
      if (repeated) {
        throw SyntaxError.at(context.getStart(), "the column has this constraint already");
      }
      if (nullable && (notNull || primaryKey)) {
        throw SyntaxError.at(
            context.getStart(), "a column cannot be both NULL and NOT NULL or PRIMARY KEY");
      }
    }
    return new ColumnConstraints(notNull, primaryKey, defaultValue);
  }
}
