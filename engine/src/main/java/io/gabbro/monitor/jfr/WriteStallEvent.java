package io.gabbro.monitor.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Waits of writes since the last event. */
@Name("io.gabbro.WriteStall")
@Label("Write Stall")
@Category("Gabbro")
@Description("Writes waited because the store could not keep up")
@StackTrace(false)
final class WriteStallEvent extends Event {
  @Label("Writes")
  long writes;

  @Label("Waited")
  @Timespan(Timespan.MICROSECONDS)
  long waited;
}
