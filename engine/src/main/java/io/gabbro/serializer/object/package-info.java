/**
 * Columns of tables whose values are Java objects, for any {@link
 * io.gabbro.serializer.ValueSerializer}. Rank 3; public API.
 */
package io.gabbro.serializer.object;
