package io.gabbro.storage;

import java.util.Optional;

/**
 * A file of a store.
 *
 * @param name its name in the directory
 * @param columnFamily what it has entries of
 * @param entries the number of its entries, those that were deleted or overwritten included
 * @param bytes its size
 * @param problem what is wrong with it; empty when nothing is
 */
public record StoredFile(
    String name, String columnFamily, long entries, long bytes, Optional<String> problem) {}
