package io.gabbro.type;

/**
 * A value of type INTERVAL: three parts that are not converted into each other.
 *
 * @param months months
 * @param days days
 * @param micros microseconds
 */
public record Interval(int months, int days, long micros) {}
