package io.gabbro.ast;

import java.util.Optional;

/**
 * One item of ORDER BY.
 *
 * @param expression what to sort by; a bare integer is the ordinal of an output column
 * @param descending whether DESC was written
 * @param nullsFirst NULLS FIRST (true) or NULLS LAST (false), empty where neither was written
 */
public record SortItem(Expression expression, boolean descending, Optional<Boolean> nullsFirst) {}
