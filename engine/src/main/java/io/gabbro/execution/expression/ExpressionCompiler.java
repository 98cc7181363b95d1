package io.gabbro.execution.expression;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.ConstantValues;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;

/**
 * Turns bound expressions into evaluators and predicates over batches of one layout. Compiling is
 * cheap; it is done for each execution, when the parameters are known. Not thread-safe, but any
 * number of compilers can be made.
 */
public final class ExpressionCompiler {
  private static final ColumnLayout NO_COLUMNS = ColumnLayout.of(List.of());
  private static final Selection ONE_ROW = Selection.ofAll(1);

  private final ColumnLayout layout;
  private final EvaluationContext context;
  private final RowBatch parameters;
  private final boolean parametersAreColumns;
  private final SharedCalls shared;

  private ExpressionCompiler(
      ColumnLayout layout,
      EvaluationContext context,
      RowBatch parameters,
      boolean parametersAreColumns,
      SharedCalls shared) {
    this.shared = shared;
    this.layout = layout;
    this.context = context;
    this.parameters = parameters;
    this.parametersAreColumns = parametersAreColumns;
  }

  /**
   * A compiler in which parameters are constants.
   *
   * @param layout the columns of the batches
   * @param parameters the values of the parameters, one a column, in row 0
   */
  public static ExpressionCompiler of(
      ColumnLayout layout, EvaluationContext context, RowBatch parameters) {
    return new ExpressionCompiler(layout, context, parameters, false, null);
  }

  /** A compiler for expressions over batches whose columns are the parameters. */
  public static ExpressionCompiler ofParameterBatches(EvaluationContext context) {
    return new ExpressionCompiler(NO_COLUMNS, context, null, true, null);
  }

  /**
   * The same with calls being computed once when several of its expressions have them, other than
   * in places where only some rows reach them.
   */
  public ExpressionCompiler sharing(SharedCalls calls) {
    return new ExpressionCompiler(layout, context, parameters, parametersAreColumns, calls);
  }

  /** Compiles an expression. */
  public Evaluator evaluator(BoundExpression expression) {
    if (shared != null) {
      return shared(expression);
    }
    return isConstant(expression) ? constant(expression) : computed(expression);
  }

  private ExpressionCompiler unshared() {
    return shared == null ? this : sharing(null);
  }

  private Evaluator shared(BoundExpression expression) {
    if (!(expression instanceof BoundExpression.Call call) || isConstant(expression)) {
      return unshared().evaluator(expression);
    }
    Evaluator known = shared.find(call);
    return known != null ? known : shared.add(call, computed(call));
  }

  /** Compiles expressions, in order. */
  public Evaluator[] evaluators(List<BoundExpression> expressions) {
    Evaluator[] compiled = new Evaluator[expressions.size()];
    for (int index = 0; index < compiled.length; index++) {
      compiled[index] = evaluator(expressions.get(index));
    }
    return compiled;
  }

  /** Compiles a condition. */
  public Predicate predicate(BoundExpression condition) {
    return new PredicateCompiler(unshared()).predicate(condition, true);
  }

  /**
   * The value of an expression without columns.
   *
   * @return a vector that holds it in row 0
   */
  public ColumnVector value(BoundExpression expression) {
    return constant(expression).value();
  }

  /** Whether the value is the same in all rows and at any time. */
  boolean isConstant(BoundExpression expression) {
    if (expression instanceof BoundExpression.Constant) {
      return true;
    }
    if (expression instanceof BoundExpression.ParameterReference) {
      return !parametersAreColumns;
    }
    if (expression instanceof BoundExpression.ColumnReference) {
      return false;
    }
    if (expression instanceof BoundExpression.Call call && !call.signature().stable()) {
      return false;
    }
    for (BoundExpression operand : expression.operands()) {
      if (!isConstant(operand)) {
        return false;
      }
    }
    return true;
  }

  ConstantEvaluator constant(BoundExpression expression) {
    return new ConstantEvaluator(
        expression.type().vectorKind(), target -> writeConstant(expression, target));
  }

  private void writeConstant(BoundExpression expression, ColumnVector target) {
    if (expression instanceof BoundExpression.Constant constant) {
      ConstantValues.write(constant.type(), constant.value(), target, 0);
    } else if (expression instanceof BoundExpression.ParameterReference parameter) {
      target.copyRow(0, parameterVector(parameter), 0);
    } else {
      target.copyRow(0, computed(expression).evaluate(null, ONE_ROW), 0);
    }
  }

  private ColumnVector parameterVector(BoundExpression.ParameterReference parameter) {
    if (parameters == null || parameter.index() >= parameters.columnCount()) {
      throw new GabbroException(ErrorCode.UNBOUND_PARAMETER, String.valueOf(parameter.index() + 1));
    }
    return parameters.column(parameter.index());
  }

  private Evaluator computed(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnReference column) {
      return new ColumnEvaluator(layout.position(column.id()));
    }
    if (expression instanceof BoundExpression.ParameterReference parameter) {
      return new ColumnEvaluator(parameter.index());
    }
    if (expression instanceof BoundExpression.Call call) {
      return new CallEvaluator(context, call.signature(), evaluators(call.arguments()));
    }
    if (expression instanceof BoundExpression.And and) {
      return LogicEvaluator.and(evaluators(and.conditions()));
    }
    if (expression instanceof BoundExpression.Or or) {
      return LogicEvaluator.or(evaluators(or.conditions()));
    }
    if (expression instanceof BoundExpression.Not not) {
      return new NotEvaluator(evaluator(not.condition()));
    }
    if (expression instanceof BoundExpression.IsNull isNull) {
      return new IsNullEvaluator(evaluator(isNull.value()));
    }
    if (expression instanceof BoundExpression.InList in) {
      return inList(in);
    }
    if (expression instanceof BoundExpression.Case cases) {
      return caseOf(cases);
    }
    if (expression instanceof BoundExpression.Coalesce coalesce) {
      return new CoalesceEvaluator(coalesce.type().vectorKind(), evaluators(coalesce.arguments()));
    }
    throw new IllegalStateException("no evaluator for " + expression);
  }

  private Evaluator inList(BoundExpression.InList in) {
    List<BoundExpression> constants = in.list().stream().filter(this::isConstant).toList();
    List<BoundExpression> others = in.list().stream().filter(item -> !isConstant(item)).toList();
    return new InListEvaluator(evaluator(in.value()), constants(constants), evaluators(others));
  }

  ConstantEvaluator[] constants(List<BoundExpression> expressions) {
    return expressions.stream().map(this::constant).toArray(ConstantEvaluator[]::new);
  }

  private Evaluator caseOf(BoundExpression.Case cases) {
    int branches = cases.whens().size();
    Predicate[] conditions = new Predicate[branches];
    Evaluator[] results = new Evaluator[branches];
    for (int branch = 0; branch < branches; branch++) {
      conditions[branch] = predicate(cases.whens().get(branch).condition());
      results[branch] = evaluator(cases.whens().get(branch).result());
    }
    return new CaseEvaluator(
        cases.type().vectorKind(),
        conditions,
        results,
        cases.otherwise().map(this::evaluator).orElse(null));
  }
}
