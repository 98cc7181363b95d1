package io.gabbro.plan.binder;

import io.gabbro.plan.BoundExpression.ParameterReference;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The types of the parameters of a statement: hints first, else what the first place that needs a
 * type asks for, else TEXT.
 */
final class ParameterTypes {
  private final List<SqlType> types = new ArrayList<>();
  private final List<Boolean> fromContext = new ArrayList<>();
  private final List<SqlType> hints;

  ParameterTypes(List<SqlType> hints) {
    this.hints = hints;
  }

  /** A reference to a parameter; its type is {@link SqlType#NULL} while it is not known. */
  ParameterReference reference(int index) {
    while (types.size() <= index) {
      int next = types.size();
      types.add(next < hints.size() ? hints.get(next) : SqlType.NULL);
      fromContext.add(false);
    }
    return new ParameterReference(index, types.get(index));
  }

  /** Gives a parameter a type, unless it has one, and returns a reference of the type it has. */
  ParameterReference assign(int index, SqlType type) {
    if (reference(index).type().kind() == TypeKind.NULL) {
      types.set(index, type);
      fromContext.set(index, true);
    }
    return reference(index);
  }

  /** Gives a parameter that no place asks a type of the type TEXT. */
  ParameterReference assignText(int index) {
    if (reference(index).type().kind() == TypeKind.NULL) {
      types.set(index, SqlType.TEXT);
    }
    return reference(index);
  }

  /** All types. */
  List<SqlType> types() {
    return types.stream().map(t -> t.kind() == TypeKind.NULL ? SqlType.TEXT : t).toList();
  }

  /** For each parameter whether its type came from a hint or from no context at all. */
  List<Boolean> guessed() {
    return fromContext.stream().map(known -> !known).toList();
  }
}
