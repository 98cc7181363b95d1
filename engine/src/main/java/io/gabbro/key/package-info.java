/**
 * Keys as bytes whose unsigned order is the order of the values: keys of several SQL columns, and
 * codecs for the keys of typed tables. Rank 3; public API.
 */
package io.gabbro.key;
