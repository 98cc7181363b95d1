package io.gabbro.function;

/** The chapters of the function reference, in its order. */
public enum Topic {
  /** Comparisons. */
  COMPARISON("Comparison"),
  /** Arithmetic operators. */
  ARITHMETIC("Arithmetic operators"),
  /** Mathematical functions. */
  MATHEMATICS("Mathematical functions"),
  /** Strings of characters. */
  STRING("Strings"),
  /** Pattern matching. */
  PATTERN("Pattern matching"),
  /** Strings of bytes. */
  BINARY("Binary strings"),
  /** Dates, times and intervals. */
  DATETIME("Dates and times"),
  /** Whatever fits nowhere else. */
  OTHER("Other functions"),
  /** Aggregates. */
  AGGREGATE("Aggregates");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  /** The heading of the chapter. */
  public String title() {
    return title;
  }
}
