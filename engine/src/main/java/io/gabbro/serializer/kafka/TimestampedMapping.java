package io.gabbro.serializer.kafka;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.serializer.ValueWriter;
import java.util.function.Supplier;

/** Values behind the timestamps of their records. */
final class TimestampedMapping implements ValueMapping {
  /** The bytes of a timestamp: milliseconds since 1970, most significant byte first. */
  static final int HEADER = Long.BYTES;

  /** What stands for a timestamp that is not known. */
  static final long UNKNOWN = -1;

  /** Stands in {@code places} for the timestamp. */
  static final int TIMESTAMP = -1;

  private final ValueMapping values;
  private final Supplier<ValueReader> readers;
  private final int[] places;

  /**
   * A mapping.
   *
   * @param values that of the values without timestamps
   * @param readers makes readers of {@code values} that skip the timestamps
   * @param places for each field its number in {@code values}, or {@link #TIMESTAMP}
   */
  TimestampedMapping(ValueMapping values, Supplier<ValueReader> readers, int[] places) {
    this.values = values;
    this.readers = readers;
    this.places = places;
  }

  @Override
  public ValueReader newReader() {
    return new TimestampedReader(readers.get(), places);
  }

  @Override
  public ValueWriter newWriter() {
    return new TimestampedWriter(values.newWriter(), places);
  }

  @Override
  public void check(byte[] bytes, int offset, int length) {
    requireHeader(length);
    values.check(bytes, offset + HEADER, length - HEADER);
  }

  /**
   * Refuses a value that is too short for a timestamp.
   *
   * @throws GabbroException {@code SERIALIZATION}
   */
  static void requireHeader(int length) {
    if (length < HEADER) {
      throw new GabbroException(ErrorCode.SERIALIZATION, tooShort(length));
    }
  }

  /** The problem of a value that is too short. */
  static String tooShort(int length) {
    return "the value has no timestamp: it has " + length + " bytes";
  }
}
