package io.gabbro.ast;

import java.util.Optional;

/**
 * One option of {@code WITH (…)} or {@code OPTIONS (…)}: {@code FORMAT csv}, {@code HEADER}.
 *
 * @param name the option
 * @param value its value as text (a word in lower case, a string or a number), empty where none was
 *     written
 */
public record StatementOption(Identifier name, Optional<String> value) {}
