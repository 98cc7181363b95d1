package io.gabbro.catalog;

import io.gabbro.type.SqlType;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param id a number that is never used again in this table; row layouts name columns by it
 * @param name the name
 * @param type the type
 * @param notNull whether NULL is refused; true for the columns of the primary key
 * @param defaultSql the expression of DEFAULT as SQL text, empty where there is none
 * @param missingSql a constant expression: the value in rows that were written before the column
 *     was added; empty for NULL
 */
public record Column(
    int id,
    String name,
    SqlType type,
    boolean notNull,
    Optional<String> defaultSql,
    Optional<String> missingSql) {}
