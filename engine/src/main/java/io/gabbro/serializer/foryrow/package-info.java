/**
 * The standard row format of Apache Fory, read in place and written without that library: any field
 * is found in the bytes of a row without decoding the others. Rank 3; public API.
 */
package io.gabbro.serializer.foryrow;
