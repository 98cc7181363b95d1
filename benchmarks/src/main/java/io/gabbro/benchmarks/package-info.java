/**
 * Benchmarks of Gabbro: generated data, the comparison with other embedded databases, RocksDB
 * measured on its own, and JMH benchmarks of hot paths.
 *
 * <p>Rank 10; not public API.
 */
package io.gabbro.benchmarks;
