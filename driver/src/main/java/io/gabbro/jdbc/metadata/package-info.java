/**
 * What JDBC tells about the database, about results and about parameters: one class a call of
 * {@code DatabaseMetaData} that returns rows. Rank 12; not public API.
 */
package io.gabbro.jdbc.metadata;
