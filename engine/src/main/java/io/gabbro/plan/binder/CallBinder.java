package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.function.AggregateFunction;
import io.gabbro.function.AggregateSignature;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.ParameterReference;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the signature of a function or operator for arguments, and gives these its types. */
final class CallBinder {
  private static final String CAST_HINT = "you might need to add explicit type casts";

  private final BindingContext context;

  CallBinder(BindingContext context) {
    this.context = context;
  }

  /** An argument with the place of its text. */
  record Argument(BoundExpression value, SourcePosition position) {
    static Argument of(BoundExpression value, Expression source) {
      return new Argument(value, source.position());
    }
  }

  /**
   * A call of an operator. An operand without a type takes that of the other one.
   *
   * @throws GabbroException UNDEFINED_OPERATOR
   */
  BoundExpression operator(String symbol, List<Argument> written, SourcePosition position) {
    List<Argument> operands = current(written);
    Optional<ScalarFunction> function = context.functions().scalar(symbol.toLowerCase(Locale.ROOT));
    boolean allUnknown = operands.stream().allMatch(o -> Conversions.isUnknown(o.value()));
    Optional<Call> call =
        function.flatMap(f -> call(f, operands, allUnknown ? SqlType.TEXT : SqlType.NULL));
    if (call.isEmpty()) {
      call = function.flatMap(f -> call(f, operands, allUnknown ? SqlType.NULL : SqlType.TEXT));
    }
    if (call.isEmpty()) {
      List<String> types = typeNames(operands);
      String shown =
          types.size() == 1
              ? symbol + " " + types.get(0)
              : types.get(0) + " " + symbol + " " + types.get(1);
      throw GabbroException.at(position, ErrorCode.UNDEFINED_OPERATOR, shown).withHint(CAST_HINT);
    }
    return call.orElseThrow();
  }

  /**
   * A call of a function. A string literal is TEXT where a signature takes that.
   *
   * @throws GabbroException UNDEFINED_FUNCTION
   */
  BoundExpression function(String name, List<Argument> written, SourcePosition position) {
    List<Argument> arguments = current(written);
    Optional<ScalarFunction> function = context.functions().scalar(name);
    Optional<Call> call = function.flatMap(f -> call(f, arguments, SqlType.TEXT));
    if (call.isEmpty()) {
      call = function.flatMap(f -> call(f, arguments, SqlType.NULL));
    }
    return call.orElseThrow(() -> undefined(name, arguments, position));
  }

  /** An aggregate with its arguments. */
  record ResolvedAggregate(AggregateSignature signature, List<BoundExpression> arguments) {}

  /**
   * An aggregate.
   *
   * @throws GabbroException UNDEFINED_FUNCTION
   */
  ResolvedAggregate aggregate(
      AggregateFunction function, List<Argument> written, SourcePosition position) {
    List<Argument> arguments = current(written);
    Optional<ResolvedAggregate> resolved = aggregate(function, arguments, SqlType.TEXT);
    if (resolved.isEmpty()) {
      resolved = aggregate(function, arguments, SqlType.NULL);
    }
    return resolved.orElseThrow(() -> undefined(function.name(), arguments, position));
  }

  private Optional<ResolvedAggregate> aggregate(
      AggregateFunction function, List<Argument> arguments, SqlType literalType) {
    return resolve(
            arguments,
            literalType,
            types -> function.resolve(types).map(AggregateSignature::parameters))
        .flatMap(
            typed ->
                function
                    .resolve(types(typed))
                    .map(s -> new ResolvedAggregate(s, coerce(typed, s.parameters()))));
  }

  private Optional<Call> call(
      ScalarFunction function, List<Argument> arguments, SqlType literalType) {
    return resolve(
            arguments,
            literalType,
            types -> function.resolve(types, literals(arguments)).map(ScalarSignature::parameters))
        .flatMap(
            typed ->
                function
                    .resolve(types(typed), literals(typed))
                    .map(s -> new Call(function.name(), s, coerce(typed, s.parameters()))));
  }

  /** The values of the arguments that are constants, null for the others. */
  private static List<Object> literals(List<Argument> arguments) {
    List<Object> literals = new ArrayList<>();
    for (Argument argument : arguments) {
      literals.add(argument.value() instanceof Constant constant ? constant.value() : null);
    }
    return literals;
  }

  /**
   * The arguments with a type each, if the function has a signature for them. String literals count
   * as {@code literalType}, other arguments without type as NULL; those that take a type from the
   * signature may change it, for example to a greater scale, so that the caller resolves again.
   */
  private Optional<List<Argument>> resolve(
      List<Argument> arguments,
      SqlType literalType,
      Function<List<SqlType>, Optional<List<SqlType>>> parametersFor) {
    List<SqlType> types =
        arguments.stream()
            .map(a -> Conversions.isUnknownText(a.value()) ? literalType : a.value().type())
            .toList();
    if (types.stream().noneMatch(t -> t.kind() == TypeKind.NULL)
        && types.equals(types(arguments))) {
      return parametersFor.apply(types).map(parameters -> arguments);
    }
    Optional<List<SqlType>> parameters = parametersFor.apply(types);
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    List<Argument> typed = new ArrayList<>();
    for (int index = 0; index < arguments.size(); index++) {
      Argument argument = arguments.get(index);
      typed.add(
          Conversions.isUnknown(argument.value())
              ? coerce(argument, parameters.orElseThrow().get(index))
              : argument);
    }
    return Optional.of(typed);
  }

  /** The arguments, with parameters of the types that they got in the meantime. */
  private List<Argument> current(List<Argument> arguments) {
    return arguments.stream()
        .map(
            a ->
                a.value() instanceof ParameterReference parameter
                    ? new Argument(context.parameters().reference(parameter.index()), a.position())
                    : a)
        .toList();
  }

  private Argument coerce(Argument argument, SqlType type) {
    BoundExpression value =
        context.conversions().implicit(argument.value(), type, argument.position());
    return new Argument(value, argument.position());
  }

  private List<BoundExpression> coerce(List<Argument> arguments, List<SqlType> types) {
    List<BoundExpression> coerced = new ArrayList<>();
    for (int index = 0; index < arguments.size(); index++) {
      coerced.add(coerce(arguments.get(index), types.get(index)).value());
    }
    return coerced;
  }

  private static List<SqlType> types(List<Argument> arguments) {
    return arguments.stream().map(a -> a.value().type()).toList();
  }

  private GabbroException undefined(
      String name, List<Argument> arguments, SourcePosition position) {
    GabbroException error =
        GabbroException.at(
            position,
            ErrorCode.UNDEFINED_FUNCTION,
            name + "(" + String.join(", ", typeNames(arguments)) + ")");
    if (context.functions().scalar(name).isPresent()
        || context.functions().aggregate(name).isPresent()) {
      return error.withHint(CAST_HINT);
    }
    List<String> known = new ArrayList<>();
    context.functions().scalars().forEach(f -> known.add(f.name()));
    context.functions().aggregates().forEach(f -> known.add(f.name()));
    return Hints.suggest(
        error,
        name,
        known.stream()
            .filter(n -> Character.isLetter(n.charAt(0)) && n.indexOf(' ') < 0)
            .collect(Collectors.toList()));
  }

  private static List<String> typeNames(List<Argument> arguments) {
    return types(arguments).stream()
        .map(t -> t.kind() == TypeKind.NULL ? "unknown" : t.toString())
        .toList();
  }
}
