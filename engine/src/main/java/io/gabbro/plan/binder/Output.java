package io.gabbro.plan.binder;

import io.gabbro.plan.BoundExpression;

/**
 * An item of a SELECT list.
 *
 * @param name the name of the column
 * @param value what it computes
 */
record Output(String name, BoundExpression value) {}
