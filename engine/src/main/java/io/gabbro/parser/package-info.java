/**
 * From SQL text to the syntax tree and back: {@link io.gabbro.parser.SqlParser}, {@link
 * io.gabbro.parser.StatementSplitter} and {@link io.gabbro.parser.AstFormatter}. The only package
 * that knows ANTLR. Rank 3; not public API.
 */
package io.gabbro.parser;
