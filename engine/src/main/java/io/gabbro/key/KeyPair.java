package io.gabbro.key;

/**
 * A key of two parts. A key of more has pairs in pairs.
 *
 * @param first the part that keys sort by
 * @param second the part that sorts keys with equal first parts
 * @param <A> the type of the first part
 * @param <B> the type of the second part
 */
public record KeyPair<A, B>(A first, B second) {}
