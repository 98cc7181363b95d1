/**
 * What can be seen of a running database: figures, running statements, the log of slow ones, an
 * MBean, and events for JDK Flight Recorder. Rank 1; not public API.
 */
package io.gabbro.monitor;
