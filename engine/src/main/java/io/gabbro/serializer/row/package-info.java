/**
 * The row format of native tables: any column is found in the bytes of a row without decoding the
 * others. Rank 3; not public API.
 */
package io.gabbro.serializer.row;
