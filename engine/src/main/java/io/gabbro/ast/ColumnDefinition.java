package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.Optional;

/**
 * A column of CREATE TABLE or ALTER TABLE ADD COLUMN.
 *
 * @param position where it starts
 * @param name the column
 * @param type its type
 * @param source where it lies in the values of a mapped table
 * @param notNull whether NOT NULL was written
 * @param primaryKey whether PRIMARY KEY was written behind the column
 * @param defaultValue the expression of DEFAULT
 */
public record ColumnDefinition(
    SourcePosition position,
    Identifier name,
    TypeName type,
    Optional<ColumnSource> source,
    boolean notNull,
    boolean primaryKey,
    Optional<Expression> defaultValue) {}
