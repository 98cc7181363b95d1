package io.gabbro.monitor;

import io.gabbro.monitor.jfr.FlightTracer;

/** Finds the tracer: JDK Flight Recorder, where the runtime has it. */
public final class Tracers {
  private static final Tracer ACTIVE =
      ModuleLayer.boot().findModule("jdk.jfr").isPresent() ? new FlightTracer() : new NoTracer();

  private Tracers() {}

  /** The tracer of this JVM. */
  public static Tracer active() {
    return ACTIVE;
  }
}
