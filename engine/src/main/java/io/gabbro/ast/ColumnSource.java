package io.gabbro.ast;

import java.util.Optional;

/**
 * Where a column of a mapped table lies in values: {@code PATH 'a.b'} or {@code AT 8 LITTLE
 * ENDIAN}. Either path or offset is present.
 *
 * @param path the names of fields, with dots between them
 * @param offset the number of bytes before it
 * @param littleEndian whether numbers lie there with their least significant byte first
 */
public record ColumnSource(Optional<String> path, Optional<Integer> offset, boolean littleEndian) {}
