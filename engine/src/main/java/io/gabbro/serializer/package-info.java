/**
 * How values lie in bytes: the contract of row decoders, and value serializers with their registry.
 * Rank 3; public API.
 */
package io.gabbro.serializer;
