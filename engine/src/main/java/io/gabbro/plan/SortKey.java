package io.gabbro.plan;

/**
 * One key of an order.
 *
 * @param value what to sort by
 * @param descending whether greater values come first
 * @param nullsFirst whether NULLs come first
 */
public record SortKey(BoundExpression value, boolean descending, boolean nullsFirst) {}
