package io.gabbro.plan.binder;

import io.gabbro.ast.Expression.ColumnName;
import io.gabbro.ast.Identifier;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import io.gabbro.plan.PlanColumn;
import java.util.List;
import java.util.Optional;

/** The names that an expression can use: the columns of at most one relation. */
record Scope(Optional<Relation> relation) {
  /** No columns at all. */
  static final Scope EMPTY = new Scope(Optional.empty());

  static Scope of(Relation relation) {
    return new Scope(Optional.of(relation));
  }

  /**
   * The column of a name.
   *
   * @throws GabbroException UNDEFINED_COLUMN, AMBIGUOUS_COLUMN or MISSING_FROM_ENTRY
   */
  PlanColumn resolve(ColumnName name) {
    List<PlanColumn> found =
        name.table().isPresent()
            ? relation(name.table().orElseThrow()).named(name.column().name())
            : find(name.column().name());
    if (found.size() > 1) {
      throw GabbroException.at(name.position(), ErrorCode.AMBIGUOUS_COLUMN, name.column().name());
    }
    if (found.isEmpty()) {
      throw undefined(name.column());
    }
    return found.get(0);
  }

  /** The columns of an unqualified name; none, one or several. */
  List<PlanColumn> find(String column) {
    return relation.map(r -> r.named(column)).orElse(List.of());
  }

  /**
   * The relation of a name.
   *
   * @throws GabbroException MISSING_FROM_ENTRY
   */
  Relation relation(Identifier name) {
    Optional<Relation> found = relation.filter(r -> r.name().equals(Optional.of(name.name())));
    if (found.isPresent()) {
      return found.orElseThrow();
    }
    GabbroException error =
        GabbroException.at(name.position(), ErrorCode.MISSING_FROM_ENTRY, name.name());
    Optional<String> visible = relation.flatMap(Relation::name);
    boolean similar =
        visible.isPresent()
            && (relation.flatMap(Relation::tableName).equals(Optional.of(name.name()))
                || Suggestions.closest(name.name(), List.of(visible.orElseThrow())).isPresent());
    throw similar ? error.withHint(Hints.didYouMean(visible.orElseThrow())) : error;
  }

  private GabbroException undefined(Identifier column) {
    List<String> names =
        relation.map(r -> r.columns().stream().map(PlanColumn::name).toList()).orElse(List.of());
    return Hints.suggest(
        GabbroException.at(column.position(), ErrorCode.UNDEFINED_COLUMN, column.name()),
        column.name(),
        names);
  }
}
