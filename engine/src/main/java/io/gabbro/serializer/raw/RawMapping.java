package io.gabbro.serializer.raw;

import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.serializer.ValueWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Columns at fixed places. */
final class RawMapping implements ValueMapping {
  private final List<RawField> fields;
  private final boolean writable;

  RawMapping(List<RawField> fields) {
    this.fields = List.copyOf(fields);
    writable = !overlap(fields);
  }

  private static boolean overlap(List<RawField> fields) {
    List<RawField> sorted = new ArrayList<>(fields);
    sorted.sort(Comparator.comparingInt(RawField::offset));
    for (int index = 1; index < sorted.size(); index++) {
      RawField before = sorted.get(index - 1);
      if (before.width() == RawField.REST || before.end() > sorted.get(index).offset()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public ValueReader newReader() {
    return new RawReader(fields);
  }

  @Override
  public ValueWriter newWriter() {
    return new RawWriter(fields, writable);
  }

  @Override
  public void check(byte[] bytes, int offset, int length) {
    RawReader reader = new RawReader(fields);
    reader.check(bytes, offset, length);
  }
}
