package io.gabbro.monitor.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Merges of files that have ended since the last event. */
@Name("io.gabbro.Compaction")
@Label("Compaction")
@Category("Gabbro")
@Description("Files were merged")
@StackTrace(false)
final class CompactionEvent extends Event {
  @Label("Compactions")
  long compactions;

  @Label("Read")
  @DataAmount
  long readBytes;

  @Label("Written")
  @DataAmount
  long writtenBytes;
}
