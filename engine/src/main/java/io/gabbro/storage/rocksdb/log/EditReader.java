package io.gabbro.storage.rocksdb.log;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what a record of the {@code MANIFEST} says of logs, sequence numbers and families. */
final class EditReader {
  private static final int COMPARATOR = 1;
  private static final int LOG_NUMBER = 2;
  private static final int NEXT_FILE = 3;
  private static final int LAST_SEQUENCE = 4;
  private static final int COMPACT_POINTER = 5;
  private static final int DELETED_FILE = 6;
  private static final int PREVIOUS_LOG = 9;
  private static final int FIRST_LOG_TO_KEEP = 10;
  private static final int NEW_FILE = 103;
  private static final int FAMILY = 200;
  private static final int FAMILY_ADDED = 201;
  private static final int FAMILY_DROPPED = 202;
  private static final int LARGEST_FAMILY = 203;
  private static final int ATOMIC_GROUP = 300;

  /** Tags with this bit are followed by their length. */
  private static final int IGNORABLE = 1 << 13;

  private static final int IDENTITY = IGNORABLE + 1;

  private static final int NO_MORE_FIELDS = 1;

  private final byte[] bytes;
  private final int end;
  private int position;
  private int family;
  private long log = -1;
  private long firstLogToKeep;
  private long lastSequence = -1;
  private long largestInFiles = -1;
  private String name;
  private String identity;
  private int largestFamily;
  private boolean drop;

  EditReader(byte[] bytes, int length) {
    this.bytes = bytes;
    this.end = length;
  }

  /** Reads the record; false when it holds what this class does not know. */
  boolean read() {
    try {
      while (position < end) {
        if (!readField((int) number())) {
          return false;
        }
      }
      return position == end;
    } catch (ArrayIndexOutOfBoundsException e) {
      return false;
    }
  }

  private boolean readField(int tag) {
    switch (tag) {
      case LOG_NUMBER -> log = number();
      case FAMILY -> family = (int) number();
      case FAMILY_DROPPED -> drop = true;
      case FIRST_LOG_TO_KEEP -> firstLogToKeep = number();
      case LAST_SEQUENCE -> lastSequence = number();
      case LARGEST_FAMILY -> largestFamily = (int) number();
      case NEXT_FILE, PREVIOUS_LOG, ATOMIC_GROUP -> number();
      case COMPARATOR -> skipText();
      case FAMILY_ADDED -> name = text();
      case IDENTITY -> identity = text();
      case COMPACT_POINTER -> {
        number();
        skipText();
      }
      case DELETED_FILE -> {
        number();
        number();
      }
      case NEW_FILE -> readNewFile();
      default -> {
        if ((tag & IGNORABLE) == 0) {
          return false;
        }
        skipText();
      }
    }
    return true;
  }

  /** Level, number and size; the smallest and the largest key; two sequences; then fields. */
  private void readNewFile() {
    number();
    number();
    number();
    skipText();
    skipText();
    number();
    largestInFiles = Math.max(largestInFiles, number());
    while (number() != NO_MORE_FIELDS) {
      skipText();
    }
  }

  /** Reads a text; null when it is not there. */
  private String text() {
    int start = skipText();
    return position <= end ? new String(bytes, start, position - start, UTF_8) : null;
  }

  /** Skips a length and as many bytes; returns where these begin. */
  private int skipText() {
    long length = number();
    int start = position;
    // Behind the end, where nothing can be read, when the length is not one.
    position = length < 0 || length > end - start ? Integer.MAX_VALUE : start + (int) length;
    return start;
  }

  private long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes[position++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        break;
      }
    }
    return value;
  }

  /** The number of the column family; 0, that of the default one, where none is written. */
  int family() {
    return family;
  }

  /** The first log with changes of the column family that are in no table file; -1 if not told. */
  long log() {
    return log;
  }

  /** The first log that is not obsolete; 0 if not told. */
  long firstLogToKeep() {
    return firstLogToKeep;
  }

  /** The sequence number of the last change at the time of this record; -1 if not told. */
  long lastSequence() {
    return lastSequence;
  }

  /** The largest sequence number in the table files that are added; -1 if none are. */
  long largestInFiles() {
    return largestInFiles;
  }

  /** The greatest number that a column family has had; 0 if not told. */
  int largestFamily() {
    return largestFamily;
  }

  /** The name of the column family, if it is added; else null. */
  String name() {
    return name;
  }

  /** The identity of the database, if it is told; else null. */
  String identity() {
    return identity;
  }

  /** Whether the column family is dropped. */
  boolean isDrop() {
    return drop;
  }
}
