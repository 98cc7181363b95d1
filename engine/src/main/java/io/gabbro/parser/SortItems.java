package io.gabbro.parser;

import io.gabbro.ast.SortItem;
import io.gabbro.grammar.GabbroParser.OrderByContext;
import io.gabbro.grammar.GabbroParser.SortItemContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The items of ORDER BY. */
final class SortItems {
  private SortItems() {}

  /** The items of a clause; empty where {@code context} is null. */
  static List<SortItem> of(OrderByContext context, ExpressionBuilder expressions) {
    List<SortItem> items = new ArrayList<>();
    if (context != null) {
      for (SortItemContext item : context.sortItem()) {
        Optional<Boolean> nullsFirst =
            item.NULLS() == null ? Optional.empty() : Optional.of(item.FIRST() != null);
        items.add(
            new SortItem(
                expressions.expression(item.expression()), item.DESC() != null, nullsFirst));
      }
    }
    return items;
  }
}
