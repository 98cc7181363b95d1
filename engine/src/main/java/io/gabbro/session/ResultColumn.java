package io.gabbro.session;

import io.gabbro.catalog.TableName;
import io.gabbro.type.SqlType;
import java.util.Optional;

/**
 * A column of a result.
 *
 * @param label the name that the user sees: the alias where one was written
 * @param type its type
 * @param nullable whether it can be NULL
 * @param table the table that it comes from, empty where it is computed
 * @param column the column of that table, empty where it is computed
 */
public record ResultColumn(
    String label,
    SqlType type,
    boolean nullable,
    Optional<TableName> table,
    Optional<String> column) {}
