package io.gabbro.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * A backup in a directory of backups.
 *
 * @param id its number in the directory; newer ones have greater numbers
 * @param time when it was made
 * @param bytes the size of all of its files, also of those that it shares with other backups
 * @param files the number of its files
 * @param problem what can be told without reading the files: one that is missing; empty when all
 *     are there
 */
public record Backup(int id, Instant time, long bytes, int files, Optional<String> problem) {}
