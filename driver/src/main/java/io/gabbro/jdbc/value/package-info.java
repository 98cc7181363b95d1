/**
 * Conversions between column vectors and the Java values of JDBC, and what JDBC calls the types of
 * SQL. Rank 11; not public API.
 */
package io.gabbro.jdbc.value;
