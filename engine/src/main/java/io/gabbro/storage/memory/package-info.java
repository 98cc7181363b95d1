/**
 * A store that keeps everything on the Java heap: sorted maps with several versions of each value.
 * It backs {@code jdbc:gabbro:mem:} and is the reference that the other store is tested against.
 * Rank 5; not public API.
 */
package io.gabbro.storage.memory;
