package io.gabbro.serializer;

/**
 * A place in a value that is the same in each.
 *
 * @param offset the number of bytes before it
 * @param littleEndian whether numbers lie there with their least significant byte first
 */
public record FixedPlace(int offset, boolean littleEndian) {}
