package io.gabbro.storage;

/**
 * Names of openings for writing that the directory of a store has had, to tell whether another
 * program has written it between two of them: each opening has another name.
 *
 * @param before the last one when this store was about to be opened; empty when that is not known,
 *     or when something that was written in it has been given up since
 * @param latest the last one when this store had been opened: its own, unless it is only read
 */
public record Openings(String before, String latest) {}
