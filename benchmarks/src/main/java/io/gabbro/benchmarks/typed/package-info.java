/** Typed and mapped tables against RocksDB itself. */
package io.gabbro.benchmarks.typed;
