package io.gabbro.check;

import java.util.Optional;

/**
 * What a check has found out about one object.
 *
 * @param object its name
 * @param kind what it is
 * @param entries the number of its entries
 * @param bytes the bytes that they take
 * @param problems what is wrong with it; empty when nothing is
 */
public record CheckResult(
    String object, String kind, long entries, long bytes, Optional<String> problems) {}
