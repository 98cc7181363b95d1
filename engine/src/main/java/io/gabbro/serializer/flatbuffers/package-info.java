/**
 * Finished FlatBuffers, read in place: by accessors, or in SQL by their schema; flatbuffers-java
 * must then be on the class path. Rank 3; public API. No other package names a class of
 * FlatBuffers.
 */
package io.gabbro.serializer.flatbuffers;
