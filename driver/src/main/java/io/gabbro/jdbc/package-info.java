/**
 * The JDBC driver: connections, statements and results over sessions of the engine. Rank 13; {@code
 * GabbroDriver} and {@code GabbroDataSource} are public API, all else is used through {@code
 * java.sql}.
 */
package io.gabbro.jdbc;
