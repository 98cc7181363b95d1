package io.gabbro.ast;

/**
 * A column of {@code PRIMARY KEY (a, b DESC)}.
 *
 * @param name the column
 * @param descending whether DESC was written
 */
public record KeyColumn(Identifier name, boolean descending) {}
