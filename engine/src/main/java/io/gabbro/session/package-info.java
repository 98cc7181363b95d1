/**
 * Databases and sessions: what the JDBC driver and applications open, prepare and execute. Rank 10;
 * public API.
 */
package io.gabbro.session;
