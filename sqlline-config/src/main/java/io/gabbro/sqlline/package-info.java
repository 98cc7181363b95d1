/** The interactive shell: sqlline, configured for Gabbro, and its demo. Not public API. */
package io.gabbro.sqlline;
