package io.gabbro.parser;

import io.gabbro.ast.TypeName;
import io.gabbro.grammar.GabbroParser.DataTypeContext;
import io.gabbro.grammar.GabbroParser.LiteralTypeContext;
import io.gabbro.grammar.GabbroParser.TypeArgumentsContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Names of data types. WITHOUT TIME ZONE is what a bare TIME or TIMESTAMP means and is left out.
 */
final class TypeNames {
  private static final String WITH_TIME_ZONE = " with time zone";

  private TypeNames() {}

  static TypeName of(DataTypeContext context) {
    StringBuilder name = new StringBuilder(Names.fold(context.typeWord().getText()));
    if (context.PRECISION() != null) {
      name.append(" precision");
    } else if (context.VARYING() != null) {
      name.append(" varying");
    }
    if (context.WITH() != null) {
      name.append(WITH_TIME_ZONE);
    }
    return new TypeName(
        Tokens.position(context.getStart()), name.toString(), arguments(context.typeArguments()));
  }

  static TypeName of(LiteralTypeContext context) {
    String word = Names.fold(context.getStart().getText());
    return new TypeName(
        Tokens.position(context.getStart()),
        context.WITH() == null ? word : word + WITH_TIME_ZONE,
        List.of());
  }

  private static List<Integer> arguments(TypeArgumentsContext context) {
    List<Integer> arguments = new ArrayList<>();
    if (context != null) {
      for (TerminalNode number : context.NUMBER()) {
        arguments.add(integer(number));
      }
    }
    return arguments;
  }

  private static int integer(TerminalNode number) {
    try {
      return Integer.parseInt(number.getText());
    } catch (NumberFormatException e) {
      throw SyntaxError.at(
          number.getSymbol(), "the argument of a type is an integer of at most 2147483647");
    }
  }
}
