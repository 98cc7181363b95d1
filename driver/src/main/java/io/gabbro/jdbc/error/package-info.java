/** From errors of the engine to {@code SQLException}s. Rank 10; not public API. */
package io.gabbro.jdbc.error;
