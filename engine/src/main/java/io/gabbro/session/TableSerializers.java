package io.gabbro.session;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.raw.RawTableSerializer;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The serializers that {@code CREATE TABLE … USING} knows in a database. Thread-safe. */
final class TableSerializers {
  private final Map<String, TableSerializer> byName = new ConcurrentSkipListMap<>();

  TableSerializers() {
    add(new RawTableSerializer());
  }

  private void add(TableSerializer serializer) {
    byName.put(serializer.name(), serializer);
  }

  /**
   * The serializer of that name.
   *
   * @throws GabbroException {@code UNDEFINED_SERIALIZER} when there is none
   */
  TableSerializer require(String name) {
    TableSerializer serializer = byName.get(name);
    if (serializer != null) {
      return serializer;
    }
    GabbroException error =
        new GabbroException(ErrorCode.UNDEFINED_SERIALIZER, name)
            .withHint("known: " + String.join(", ", byName.keySet()));
    throw Suggestions.closest(name, byName.keySet())
        .map(close -> error.withHint("did you mean \"" + close + "\"?"))
        .orElse(error);
  }
}
