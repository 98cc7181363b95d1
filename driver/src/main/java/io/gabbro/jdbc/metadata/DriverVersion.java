package io.gabbro.jdbc.metadata;

/** The version of driver and engine. */
public final class DriverVersion {
  /** The first number. */
  public static final int MAJOR = 0;

  /** The second number. */
  public static final int MINOR = 1;

  /** All of it. */
  public static final String TEXT = "0.1.0";

  private DriverVersion() {}
}
