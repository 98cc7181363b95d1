/**
 * Work that several threads do on key ranges of one scan. Rank 9; not public API.
 *
 * <p>The thread that reads the result takes part in the work: it never waits for a task that no
 * thread has started, and tasks never wait for anybody. So a pool that is busy with other
 * statements makes a statement slower but cannot stop it.
 */
package io.gabbro.execution.parallel;
