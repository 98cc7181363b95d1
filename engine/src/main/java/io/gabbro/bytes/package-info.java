/**
 * Numbers in byte arrays, and a growable byte array for keys and values. Rank 0; not public API.
 */
package io.gabbro.bytes;
