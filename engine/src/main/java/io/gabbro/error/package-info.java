/**
 * Errors of the engine: one unchecked exception, one enum of SQLSTATEs and message templates, and
 * positions in SQL text. Rank 0; public API.
 */
package io.gabbro.error;
