package io.gabbro.catalog;

/**
 * A column of a primary key.
 *
 * @param column its position in the table's columns
 * @param descending whether keys lie in descending order of it
 */
public record KeyColumn(int column, boolean descending) {}
