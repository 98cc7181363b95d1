package io.gabbro.monitor.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Memory tables that were written to files since the last event. */
@Name("io.gabbro.Flush")
@Label("Flush")
@Category("Gabbro")
@Description("Memory tables were written to files")
@StackTrace(false)
final class FlushEvent extends Event {
  @Label("Flushes")
  long flushes;

  @Label("Bytes")
  @DataAmount
  long bytes;
}
