package io.gabbro.serializer.kafka;

import io.gabbro.serializer.FieldNames;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Key-value stores of Kafka Streams: {@code USING kafka}. Option {@code value} names the serde of
 * the values: {@code string}, {@code long}, {@code integer}, {@code short}, {@code double}, {@code
 * float}, {@code bytes} (the default) or {@code uuid}, with one field, {@code value}; or else a
 * registered serializer, with the fields of its objects.
 *
 * <p>With {@code timestamps true}, each value has its record's timestamp in front, eight bytes of
 * milliseconds since 1970, which is the field {@code record_timestamp}; NULL is a timestamp that is
 * not known, stored as -1. A changed row keeps it unless the change sets it.
 *
 * <p>Option {@code key} means Kafka's serdes as well: {@code int} and {@code long} are two's
 * complement, most significant byte first, and so are columns of the key of type INTEGER and BIGINT
 * without that option. Without option {@code cf}, the column family is the one in which Kafka
 * Streams keeps the entries of such a store.
 */
public final class KafkaTableSerializer implements TableSerializer {
  private static final String VALUE = "value";
  private static final String TIMESTAMPS = "timestamps";
  private static final String RECORD_TIMESTAMP = "record_timestamp";
  private static final String PLAIN_FAMILY = "default";
  private static final String TIMESTAMPED_FAMILY = "keyValueWithTimestamp";
  private static final String INT_KEY = "big_endian_int";
  private static final String LONG_KEY = "big_endian_long";

  private final Function<String, Optional<TableSerializer>> registered;

  /**
   * Tables over stores.
   *
   * @param registered the tables of a registered serializer by its name, without options
   */
  public KafkaTableSerializer(Function<String, Optional<TableSerializer>> registered) {
    this.registered = registered;
  }

  @Override
  public String name() {
    return "kafka";
  }

  /** Names the column family and the encodings of keys, whose short names mean Kafka's here. */
  @Override
  public MappingOptions resolve(MappingOptions options, FileSource files) {
    boolean timestamps = hasTimestamps(options);
    MappingOptions resolved =
        options.text(MappingOptions.COLUMN_FAMILY).isPresent()
            ? options
            : options.with(
                MappingOptions.COLUMN_FAMILY, timestamps ? TIMESTAMPED_FAMILY : PLAIN_FAMILY);
    return options
        .text(MappingOptions.KEY)
        .map(key -> resolved.with(MappingOptions.KEY, keys(key)))
        .orElse(resolved);
  }

  private static String keys(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(KafkaTableSerializer::key)
        .collect(Collectors.joining(","));
  }

  private static String key(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "int", "integer" -> INT_KEY;
      case "long" -> LONG_KEY;
      case "uuid" ->
          throw MappingOptions.refused("Kafka's serde of UUIDs makes keys of their text")
              .withHint("use a column of type TEXT and key 'string'");
      default -> lower;
    };
  }

  /** Kafka's own for integers; other types than these, text and bytes need option {@code key}. */
  @Override
  public Optional<String> keyEncoding(SqlType type) {
    return switch (type.kind()) {
      case INTEGER -> Optional.of(INT_KEY);
      case BIGINT -> Optional.of(LONG_KEY);
      case CHAR, VARCHAR, VARBINARY -> Optional.empty();
      default ->
          throw MappingOptions.refused(
              "keys of type " + type + " have no usual serde: option \"key\" says how they lie");
    };
  }

  @Override
  public List<ValueField> fields(MappingOptions options) {
    List<ValueField> fields =
        new ArrayList<>(
            serde(options)
                .map(type -> List.of(field(VALUE, type.column())))
                .orElseGet(() -> registered(options).fields(MappingOptions.none())));
    if (hasTimestamps(options)) {
      fields.add(field(RECORD_TIMESTAMP, SqlType.TIMESTAMP_WITH_TIME_ZONE));
    }
    return fields;
  }

  private static ValueField field(String name, SqlType type) {
    return new ValueField(name, type, name, Optional.empty());
  }

  @Override
  public ValueMapping map(List<ValueField> fields, MappingOptions options) {
    if (!hasTimestamps(options)) {
      return values(fields, options);
    }
    List<ValueField> others = new ArrayList<>();
    int[] places = new int[fields.size()];
    for (int index = 0; index < places.length; index++) {
      ValueField field = fields.get(index);
      boolean isTimestamp = field.path().equals(RECORD_TIMESTAMP);
      places[index] = isTimestamp ? TimestampedMapping.TIMESTAMP : others.size();
      if (!isTimestamp) {
        others.add(field);
      } else {
        requireType(field, SqlType.TIMESTAMP_WITH_TIME_ZONE);
      }
    }
    if (others.size() + 1 < places.length) {
      throw shownTwice(RECORD_TIMESTAMP);
    }
    ValueMapping values = values(others, options);
    Supplier<ValueReader> readers =
        serde(options)
            .<Supplier<ValueReader>>map(
                type -> () -> new SerdeReader(type, TimestampedMapping.HEADER))
            .orElse(() -> new HeaderlessReader(values.newReader()));
    return new TimestampedMapping(values, readers, places);
  }

  private ValueMapping values(List<ValueField> fields, MappingOptions options) {
    Optional<SerdeType> serde = serde(options);
    if (serde.isEmpty()) {
      return registered(options).map(fields, MappingOptions.none());
    }
    for (ValueField field : fields) {
      FieldNames.find(
          field.path(), List.of(VALUE), "an entry with values of Kafka's serde " + serde.get());
      requireType(field, serde.get().column());
    }
    if (fields.size() > 1) {
      throw shownTwice(VALUE);
    }
    return new SerdeMapping(serde.get(), !fields.isEmpty());
  }

  private static void requireType(ValueField field, SqlType type) {
    if (field.place().isPresent()) {
      throw MappingOptions.refused(
          "column \"" + field.name() + "\" has a place, but entries of Kafka have fields");
    }
    if (!field.type().equals(type)) {
      throw MappingOptions.refused(
          "column \""
              + field.name()
              + "\" of type "
              + field.type()
              + " does not hold field \""
              + field.path()
              + "\": what fits is "
              + type);
    }
  }

  private static RuntimeException shownTwice(String field) {
    return MappingOptions.refused("more than one column shows field \"" + field + "\"");
  }

  private static boolean hasTimestamps(MappingOptions options) {
    options.requireKnown(List.of(VALUE, TIMESTAMPS));
    return options.choice(TIMESTAMPS, "false", "true").equals("true");
  }

  private static Optional<SerdeType> serde(MappingOptions options) {
    return SerdeType.named(options.text(VALUE).orElse(SerdeType.BYTES.toString()));
  }

  private TableSerializer registered(MappingOptions options) {
    String name = options.required(VALUE);
    return registered
        .apply(name)
        .orElseThrow(
            () ->
                MappingOptions.refused(
                    "option \"value\" is one of "
                        + String.join(", ", SerdeType.names())
                        + " or a registered serializer, not "
                        + name));
  }
}
