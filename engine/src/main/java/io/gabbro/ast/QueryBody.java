package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.List;
import java.util.Optional;

/** What yields the rows of a {@link Query}. */
public sealed interface QueryBody {
  /** Where it starts. */
  SourcePosition position();

  /** {@code SELECT [DISTINCT] items [FROM …] [WHERE …] [GROUP BY …] [HAVING …]}. */
  record Select(
      SourcePosition position,
      boolean distinct,
      List<SelectItem> items,
      Optional<TableExpression> from,
      Optional<Expression> where,
      List<Expression> groupBy,
      Optional<Expression> having)
      implements QueryBody {
    /** Copies the lists. */
    public Select {
      items = List.copyOf(items);
      groupBy = List.copyOf(groupBy);
    }
  }

  /** {@code VALUES (…), (…)}; at least one row, all of the same width (the parser checks). */
  record Values(SourcePosition position, List<List<Expression>> rows) implements QueryBody {
    /** Copies the lists. */
    public Values {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
