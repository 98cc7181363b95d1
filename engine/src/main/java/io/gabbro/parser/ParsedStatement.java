package io.gabbro.parser;

import io.gabbro.ast.Statement;

/**
 * A statement with what else is known from its text.
 *
 * @param statement the statement
 * @param parameterCount how many parameters {@code ?} it has; they are numbered from zero in the
 *     order of the text
 */
public record ParsedStatement(Statement statement, int parameterCount) {}
