package io.gabbro.serializer.flatbuffers;

import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Tables of FlatBuffers, by a schema. */
public final class FlatBufferTableSerializer implements TableSerializer {
  /** The name behind {@code USING}. */
  public static final String NAME = "flatbuffers";

  private static final String SCHEMA = "schema";
  private static final String SCHEMA_BYTES = "schema_base64";
  private static final String ROOT = "root";
  private static final String VERIFY = "verify";
  private static final String ENUMS = "enums";
  private static final String VECTORS = "vectors";
  private static final List<String> OPTIONS =
      List.of(SCHEMA, SCHEMA_BYTES, ROOT, VERIFY, ENUMS, VECTORS);

  /** The serializer; it has no state. */
  public FlatBufferTableSerializer() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public MappingOptions resolve(MappingOptions options, FileSource files) {
    if (options.text(SCHEMA).isPresent() && options.text(SCHEMA_BYTES).isPresent()) {
      throw MappingOptions.refused(
          "options \"" + SCHEMA + "\" and \"" + SCHEMA_BYTES + "\" exclude each other");
    }
    MappingOptions resolved = options;
    if (options.text(SCHEMA_BYTES).isEmpty()) {
      byte[] bytes = files.read(options.required(SCHEMA));
      resolved = options.replaced(SCHEMA, SCHEMA_BYTES, Base64.getEncoder().encodeToString(bytes));
    }
    new Settings(resolved);
    return resolved;
  }

  @Override
  public List<ValueField> fields(MappingOptions options) {
    Settings settings = new Settings(options);
    return FieldList.of(settings.schema, settings.root, settings.types);
  }

  @Override
  public ValueMapping map(List<ValueField> fields, MappingOptions options) {
    Settings settings = new Settings(options);
    return new FlatBufferMapping(
        settings.schema,
        settings.root,
        settings.types,
        settings.enumNames,
        settings.verification,
        new PathResolver(settings.schema, settings.root, settings.types).resolve(fields));
  }

  /** What options mean. */
  private static final class Settings {
    final FlatBufferSchema schema;
    final SchemaObject root;
    final boolean enumNames;
    final FlatBufferMapping.Verification verification;
    final ColumnTypes types;

    Settings(MappingOptions options) {
      options.requireKnown(OPTIONS);
      schema = FlatBufferSchema.parse(bytes(options.required(SCHEMA_BYTES)));
      root = schema.root(options.text(ROOT));
      verification =
          FlatBufferMapping.Verification.valueOf(
              options.choice(VERIFY, "insert", "read", "none").toUpperCase(Locale.ROOT));
      enumNames = options.choice(ENUMS, "names", "numbers").equals("names");
      types =
          new ColumnTypes(
              schema, enumNames, options.choice(VECTORS, "json", "length").equals("length"));
    }

    private static byte[] bytes(String base64) {
      try {
        return Base64.getDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        throw MappingOptions.refused("option \"" + SCHEMA_BYTES + "\" is not Base64");
      }
    }
  }
}
