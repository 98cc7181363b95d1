package io.gabbro.serializer.foryrow;

/**
 * A field of a row.
 *
 * @param name its name, in lower case with underscores as Fory gives it
 * @param type its type
 * @param nullable whether it may be null
 */
public record ForyRowField(String name, ForyRowType type, boolean nullable) {}
