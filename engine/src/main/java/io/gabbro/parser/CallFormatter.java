package io.gabbro.parser;

import io.gabbro.ast.Expression;
import java.util.List;
import java.util.Set;

/** Writes calls, in their own syntax where the plain one would not be read as the same call. */
final class CallFormatter {
  private static final Set<String> CURRENT_VALUES =
      Set.of("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp");

  private final ExpressionFormatter expressions;
  private final StringBuilder out;

  CallFormatter(ExpressionFormatter expressions, StringBuilder out) {
    this.expressions = expressions;
    this.out = out;
  }

  void call(Expression.FunctionCall call) {
    if (!isPlain(call) || !special(call)) {
      out.append(NameFormatter.functionName(call.name().name())).append('(');
      out.append(call.star() ? "*" : call.distinct() ? "DISTINCT " : "");
      expressions.list(call.arguments());
      expressions.orderBy(" ", call.orderBy());
      out.append(')');
    }
    call.filter()
        .ifPresent(
            filter -> {
              out.append(" FILTER (WHERE ");
              expressions.expression(filter);
              out.append(')');
            });
  }

  private static boolean isPlain(Expression.FunctionCall call) {
    return !call.star() && !call.distinct() && call.orderBy().isEmpty() && call.filter().isEmpty();
  }

  /** Writes a call that has a syntax of its own; returns false where it has none. */
  private boolean special(Expression.FunctionCall call) {
    String name = call.name().name();
    List<Expression> arguments = call.arguments();
    if (CURRENT_VALUES.contains(name) && arguments.isEmpty()) {
      out.append(NameFormatter.upper(name));
      return true;
    }
    return switch (name) {
      case "extract" -> arguments.size() == 2 && extract(arguments);
      case "position" -> arguments.size() == 2 && position(arguments);
      case "substring" -> !arguments.isEmpty() && unquoted(name, arguments);
      case "overlay" -> arguments.size() > 1 && unquoted(name, arguments);
      case "ltrim" -> arguments.size() == 2 && trim(name, "LEADING", arguments);
      case "rtrim" -> arguments.size() == 2 && trim(name, "TRAILING", arguments);
      case "btrim" -> arguments.size() == 2 && trim(name, "BOTH", arguments);
      default -> false;
    };
  }

  private boolean extract(List<Expression> arguments) {
    if (!(arguments.get(0) instanceof Expression.StringLiteral field)) {
      return false;
    }
    String name = NameFormatter.name(field.value());
    boolean word = name.equals(field.value());
    out.append("EXTRACT(").append(word ? name : NameFormatter.string(field.value()));
    out.append(" FROM ");
    expressions.expression(arguments.get(1));
    out.append(')');
    return true;
  }

  private boolean position(List<Expression> arguments) {
    out.append("POSITION(");
    expressions.operand(arguments.get(0), Precedence.CONCAT);
    out.append(" IN ");
    expressions.operand(arguments.get(1), Precedence.CONCAT);
    out.append(')');
    return true;
  }

  private boolean trim(String name, String side, List<Expression> arguments) {
    expressions.write(
        () -> unquoted(name, arguments),
        () -> {
          out.append("TRIM(").append(side).append(' ');
          expressions.expression(arguments.get(1));
          out.append(" FROM ");
          expressions.expression(arguments.get(0));
          out.append(')');
        });
    return true;
  }

  private boolean unquoted(String name, List<Expression> arguments) {
    out.append(name).append('(');
    expressions.list(arguments);
    out.append(')');
    return true;
  }
}
