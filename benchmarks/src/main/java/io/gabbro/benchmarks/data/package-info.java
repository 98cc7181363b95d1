/**
 * The generated data that every benchmark reads: TPC-H {@code lineitem}, written once to a file and
 * streamed from it by each process. Rank 10; not public API.
 */
package io.gabbro.benchmarks.data;
