package io.gabbro.storage.rocksdb.log;

/** The types of the pieces of records in RocksDB's log format. */
enum LogRecordType {
  FULL(1, true, false),
  FIRST(2, true, true),
  MIDDLE(3, false, true),
  LAST(4, false, false),
  RECYCLABLE_FULL(5, true, false),
  RECYCLABLE_FIRST(6, true, true),
  RECYCLABLE_MIDDLE(7, false, true),
  RECYCLABLE_LAST(8, false, false),
  COMPRESSION(9, true, false),
  TIMESTAMP_SIZES(10, true, false),
  RECYCLABLE_TIMESTAMP_SIZES(11, true, false),
  PREDECESSOR(130, true, false),
  RECYCLABLE_PREDECESSOR(131, true, false);

  private static final LogRecordType[] BY_NUMBER = new LogRecordType[256];

  static {
    for (LogRecordType type : values()) {
      BY_NUMBER[type.number] = type;
    }
  }

  private final int number;
  private final boolean begins;
  private final boolean goesOn;

  LogRecordType(int number, boolean begins, boolean goesOn) {
    this.number = number;
    this.begins = begins;
    this.goesOn = goesOn;
  }

  /** The type of that number; null when there is none. */
  static LogRecordType of(int number) {
    return BY_NUMBER[number];
  }

  /** Whether a record begins with it. */
  boolean begins() {
    return begins;
  }

  /** Whether the record goes on in the next block. */
  boolean goesOn() {
    return goesOn;
  }

  /** Whether its header has the number of the log that it was written to. */
  boolean isRecyclable() {
    return switch (this) {
      case RECYCLABLE_FULL,
          RECYCLABLE_FIRST,
          RECYCLABLE_MIDDLE,
          RECYCLABLE_LAST,
          RECYCLABLE_TIMESTAMP_SIZES,
          RECYCLABLE_PREDECESSOR ->
          true;
      default -> false;
    };
  }

  /** Whether it tells of the log itself instead of a change. */
  boolean isAboutTheLog() {
    return number >= COMPRESSION.number;
  }
}
