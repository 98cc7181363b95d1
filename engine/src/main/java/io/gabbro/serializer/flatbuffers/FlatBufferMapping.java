package io.gabbro.serializer.flatbuffers;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** The mapping of a table of FlatBuffers. Immutable, thread-safe. */
final class FlatBufferMapping implements ValueMapping {
  /** When whole values are verified. */
  enum Verification {
    /** When somebody stores bytes. */
    INSERT,
    /** Then, and whenever a value is read. */
    READ,
    /** Never. */
    NONE
  }

  private final FlatBufferSchema schema;
  private final SchemaObject root;
  private final ColumnTypes types;
  private final boolean enumNames;
  private final Verification verification;
  private final List<MappedField> fields;

  FlatBufferMapping(
      FlatBufferSchema schema,
      SchemaObject root,
      ColumnTypes types,
      boolean enumNames,
      Verification verification,
      List<MappedField> fields) {
    this.schema = schema;
    this.root = root;
    this.types = types;
    this.enumNames = enumNames;
    this.verification = verification;
    this.fields = List.copyOf(fields);
  }

  @Override
  public ValueReader newReader() {
    return newReader(verification == Verification.READ ? newVerifier() : null);
  }

  private FlatBufferReader newReader(FlatBufferVerifier verifier) {
    JsonText json = new JsonText(schema, enumNames);
    List<FieldColumn> columns = new ArrayList<>();
    for (MappedField field : fields) {
      columns.add(column(field, json));
    }
    return new FlatBufferReader(fields.stream().map(MappedField::path).toList(), columns, verifier);
  }

  private FieldColumn column(MappedField field, JsonText json) {
    SqlType column = field.column().type();
    FieldType type = field.type();
    if (types.isNamed(type)) {
      return new EnumColumn(field.path().field(), schema.enumOf(type));
    }
    if (type.base().isScalar()) {
      return new ScalarColumn(field.path().field(), column);
    }
    if (type.base() == BaseType.STRING || field.isBinary()) {
      return new BytesColumn(type.base() == BaseType.STRING);
    }
    if (!column.equals(SqlType.TEXT)) {
      return new LengthColumn(schema, type);
    }
    return type.element() == BaseType.UNION
        ? new UnionsColumn(json, type, field.path().before(schema))
        : new JsonColumn(json, field.path().field());
  }

  @Override
  public ValueWriter newWriter() {
    return new FlatBufferWriter(schema, root, fields, types, newReader(null), newVerifier());
  }

  @Override
  public void check(byte[] bytes, int offset, int length) {
    if (verification != Verification.NONE) {
      newVerifier().verify(bytes, offset, length);
      return;
    }
    ValueBytes value = new ValueBytes();
    value.set(bytes, offset, offset + length);
    if (value.root() == ValueBytes.BAD) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, "the value is no FlatBuffer: " + value.problem());
    }
  }

  private FlatBufferVerifier newVerifier() {
    return new FlatBufferVerifier(schema, root);
  }
}
