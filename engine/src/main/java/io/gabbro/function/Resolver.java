package io.gabbro.function;

import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;

/** Chooses the signature of a function for argument types. */
@FunctionalInterface
public interface Resolver {
  /** The signature for these argument types, or empty when none fits. */
  Optional<ScalarSignature> resolve(List<SqlType> arguments);

  /**
   * Chooses from a fixed list: the first signature whose parameters are of the arguments' kinds
   * (NULL is of any kind), or else the first to whose parameters the arguments turn implicitly.
   */
  static Resolver overloads(ScalarSignature... signatures) {
    List<ScalarSignature> candidates = List.of(signatures);
    return arguments -> {
      for (ScalarSignature candidate : candidates) {
        if (isExact(arguments, candidate.parameters())) {
          return Optional.of(candidate);
        }
      }
      for (ScalarSignature candidate : candidates) {
        if (isImplicit(arguments, candidate.parameters())) {
          return Optional.of(candidate);
        }
      }
      return Optional.empty();
    };
  }

  private static boolean isExact(List<SqlType> arguments, List<SqlType> parameters) {
    if (arguments.size() != parameters.size()) {
      return false;
    }
    for (int index = 0; index < arguments.size(); index++) {
      TypeKind kind = arguments.get(index).kind();
      if (kind != TypeKind.NULL && kind != parameters.get(index).kind()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isImplicit(List<SqlType> arguments, List<SqlType> parameters) {
    if (arguments.size() != parameters.size()) {
      return false;
    }
    for (int index = 0; index < arguments.size(); index++) {
      if (!Coercion.isImplicit(arguments.get(index), parameters.get(index))) {
        return false;
      }
    }
    return true;
  }
}
