/**
 * Every option of a database and of a session: its name, its default, its meaning, in one place.
 * Rank 0; public API.
 */
package io.gabbro.config;
