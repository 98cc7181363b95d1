/**
 * JMH benchmarks of hot paths, a class a path; {@code dev/bench} runs them. Rank 10; not public
 * API.
 */
package io.gabbro.benchmarks.micro;
