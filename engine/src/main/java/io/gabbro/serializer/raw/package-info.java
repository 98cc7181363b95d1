/** Values that are bytes. Rank 3; public API. */
package io.gabbro.serializer.raw;
