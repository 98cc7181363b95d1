package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.ValueParser;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binders of types that read text as a cast from TEXT does. */
abstract class TextParser extends ParameterBinder {
  private final Supplier<ZoneId> zone;
  private ValueParser parser;

  TextParser(SqlType type, Supplier<ZoneId> zone) {
    super(type);
    this.zone = zone;
  }

  /** The time zone of the session. */
  final ZoneId zone() {
    return zone.get();
  }

  @Override
  public boolean setText(ColumnVector vector, int row, String value) {
    if (parser == null) {
      parser = new ValueParser(type());
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    parser.parse(text, 0, text.length, zone(), vector, row);
    return true;
  }
}
