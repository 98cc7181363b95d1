/**
 * The side-by-side comparison: each engine in a process of its own, one after another, on the same
 * generated rows, with the same statements and equal durability.
 *
 * <p>{@link io.gabbro.benchmarks.compare.Compare} starts a process per engine and phase ({@link
 * io.gabbro.benchmarks.compare.EngineProcess}), reads the report that the process leaves behind,
 * checks that all engines gave the same answers, and prints the table.
 *
 * <p>Rank 11; not public API.
 */
package io.gabbro.benchmarks.compare;
