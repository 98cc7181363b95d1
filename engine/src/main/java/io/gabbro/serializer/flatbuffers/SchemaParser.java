package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.reflection.EnumVal;
import com.google.flatbuffers.reflection.Field;
import com.google.flatbuffers.reflection.Schema;
import com.google.flatbuffers.reflection.Type;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.MappingOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads binary schemas. Not thread-safe. */
final class SchemaParser {
  private static final int MIN_BYTES = 12;

  /** Parts may be shared, but not so often that a small file means endless work. */
  private static final long WORK_PER_BYTE = 32;

  private long work;

  private SchemaParser(int length) {
    work = WORK_PER_BYTE * length;
  }

  /** The schema of some bytes, see {@link FlatBufferSchema#parse}. */
  static FlatBufferSchema parse(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < MIN_BYTES || !Schema.SchemaBufferHasIdentifier(buffer)) {
      throw MappingOptions.refused("the schema is no binary schema of FlatBuffers")
          .withHint("flatc -b --schema writes one as a .bfbs file");
    }
    try {
      return new SchemaParser(bytes.length).schema(Schema.getRootAsSchema(buffer));
    } catch (GabbroException e) {
      throw e;
    } catch (RuntimeException e) {
      // Accessors of FlatBuffers throw whatever a damaged buffer leads them to.
      throw GabbroException.causedBy(
          e, ErrorCode.INVALID_TABLE_DEFINITION, "the schema is damaged: " + e.getMessage());
    }
  }

  private FlatBufferSchema schema(Schema schema) {
    List<SchemaObject> objects = new ArrayList<>();
    for (int index = 0; index < counted(schema.objectsLength()); index++) {
      objects.add(object(schema.objects(index)));
    }
    List<SchemaEnum> enums = new ArrayList<>();
    for (int index = 0; index < counted(schema.enumsLength()); index++) {
      enums.add(enumOf(schema.enums(index)));
    }
    Optional<String> root =
        Optional.ofNullable(schema.rootTable()).map(table -> text(table.name()));
    Optional<String> identifier =
        Optional.ofNullable(schema.fileIdent()).filter(text -> !text.isEmpty());
    SchemaCheck.check(objects, enums, identifier);
    return new FlatBufferSchema(objects, enums, root, identifier);
  }

  private SchemaObject object(com.google.flatbuffers.reflection.Object object) {
    List<SchemaField> fields = new ArrayList<>();
    for (int index = 0; index < counted(object.fieldsLength()); index++) {
      fields.add(field(object.fields(index)));
    }
    return new SchemaObject(
        text(object.name()), object.isStruct(), object.minalign(), object.bytesize(), fields);
  }

  private SchemaField field(Field field) {
    if (field.offset64()) {
      throw MappingOptions.refused(
          "field \"" + field.name() + "\" of the schema has 64-bit offsets");
    }
    FieldType type = type(field.type());
    long bits =
        switch (type.base()) {
          case FLOAT -> Float.floatToRawIntBits((float) field.defaultReal());
          case DOUBLE -> Double.doubleToRawLongBits(field.defaultReal());
          default -> type.base().isScalar() ? type.base().narrow(field.defaultInteger()) : 0;
        };
    return new SchemaField(
        text(field.name()),
        type,
        field.id(),
        field.offset(),
        bits,
        type.base().isScalar() && field.optional(),
        field.deprecated(),
        field.required(),
        field.key());
  }

  private SchemaEnum enumOf(com.google.flatbuffers.reflection.Enum type) {
    List<SchemaEnum.Value> values = new ArrayList<>();
    for (int index = 0; index < counted(type.valuesLength()); index++) {
      EnumVal value = type.values(index);
      Type member = value.unionType();
      values.add(
          new SchemaEnum.Value(
              text(value.name()),
              value.value(),
              member == null
                  ? new FieldType(BaseType.NONE, BaseType.NONE, FieldType.NO_INDEX, 0)
                  : type(member)));
    }
    return new SchemaEnum(
        text(type.name()), type.isUnion(), type(type.underlyingType()).base(), values);
  }

  private static FieldType type(Type type) {
    return new FieldType(
        BaseType.of(type.baseType()),
        BaseType.of(type.element()),
        Math.max(type.index(), FieldType.NO_INDEX),
        type.fixedLength());
  }

  private String text(String text) {
    if (text == null) {
      throw SchemaCheck.damaged("a name is missing");
    }
    spend(text.length());
    return text;
  }

  /** A number of parts that are about to be read. */
  private int counted(int count) {
    spend(1);
    return count;
  }

  private void spend(long parts) {
    work -= parts;
    if (work < 0) {
      throw SchemaCheck.damaged("its parts are shared too often");
    }
  }
}
