package io.gabbro.serializer.flatbuffers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.google.flatbuffers.FlatBufferBuilder;
import com.google.flatbuffers.reflection.Field;
import com.google.flatbuffers.reflection.Object;
import com.google.flatbuffers.reflection.Schema;
import com.google.flatbuffers.reflection.Type;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Schemas that no compiler writes. */
class SchemaCheckTest {
  private static final FieldType INT = type(BaseType.INT, -1);

  private static FieldType type(BaseType base, int index) {
    return new FieldType(base, BaseType.NONE, index, 0);
  }

  private static SchemaField field(String name, FieldType type, int id, int offset) {
    return new SchemaField(name, type, id, offset, 0, false, false, false, false);
  }

  private static SchemaObject struct(String name, int size, SchemaField... fields) {
    return new SchemaObject(name, true, 4, size, List.of(fields));
  }

  private static SchemaObject table(SchemaField... fields) {
    return new SchemaObject("T", false, 1, 0, List.of(fields));
  }

  private static SchemaEnum enumOf(boolean union, BaseType base, SchemaEnum.Value... values) {
    return new SchemaEnum("E", union, base, List.of(values));
  }

  private static String refused(List<SchemaObject> objects, SchemaEnum... enums) {
    GabbroException e =
        assertThrows(
            GabbroException.class,
            () -> SchemaCheck.check(objects, List.of(enums), Optional.empty()));
    assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, e.code());
    return e.getMessage().replace("the schema is damaged: ", "");
  }

  @Test
  void structs() {
    FieldType first = type(BaseType.OBJECT, 0);
    FieldType second = type(BaseType.OBJECT, 1);
    assertEquals(
        "S contains itself, or is nested too deep",
        refused(List.of(struct("S", 4, field("s", first, 0, 0)))));
    assertEquals(
        "A contains itself, or is nested too deep",
        refused(
            List.of(
                struct("A", 4, field("b", second, 0, 0)),
                struct("B", 4, field("a", first, 0, 0)))));
    assertEquals(
        "fields of S overlap",
        refused(List.of(struct("S", 8, field("a", INT, 0, 0), field("b", INT, 1, 2)))));
    assertEquals("fields of S leave it", refused(List.of(struct("S", 4, field("a", INT, 0, 4)))));
    assertEquals("S has 0 bytes", refused(List.of(struct("S", 0))));
    assertEquals("S has 70000 bytes", refused(List.of(struct("S", 70_000))));
    assertEquals(
        "S has the alignment 3", refused(List.of(new SchemaObject("S", true, 3, 3, List.of()))));
    assertEquals("S is declared twice", refused(List.of(struct("S", 4), struct("S", 4))));
    FieldType many = new FieldType(BaseType.ARRAY, BaseType.INT, -1, 65_000);
    assertEquals("fields of S leave it", refused(List.of(struct("S", 4, field("a", many, 0, 0)))));
    FieldType none = new FieldType(BaseType.ARRAY, BaseType.INT, -1, 0);
    assertEquals(
        "S.a is an array of 0 elements", refused(List.of(struct("S", 4, field("a", none, 0, 0)))));
  }

  @Test
  void fieldsOfTables() {
    assertEquals(
        "T has two fields of one name",
        refused(List.of(table(field("a", INT, 0, 4), field("a", INT, 1, 6)))));
    assertEquals(
        "the ids of the fields of T have gaps", refused(List.of(table(field("a", INT, 1, 6)))));
    assertEquals(
        "T.a has the id 0 and the vtable offset 6", refused(List.of(table(field("a", INT, 0, 6)))));
    assertEquals(
        "T.a is of an unknown type",
        refused(List.of(table(field("a", type(BaseType.OBJECT, 7), 0, 4)))));
    assertEquals(
        "T.a is of an unknown enum",
        refused(List.of(table(field("a", type(BaseType.BYTE, 7), 0, 4)))));
    assertEquals(
        "T.a is a vector of vector",
        refused(
            List.of(
                table(field("a", new FieldType(BaseType.VECTOR, BaseType.VECTOR, -1, 0), 0, 4)))));
  }

  @Test
  void unionsAndEnums() {
    SchemaEnum union = enumOf(true, BaseType.UTYPE);
    SchemaField value = field("u", type(BaseType.UNION, 0), 0, 4);
    assertEquals(
        "T.u has no field of its type in front of it", refused(List.of(table(value)), union));
    assertEquals(
        "T.u is the type of no union",
        refused(
            List.of(table(field("u", type(BaseType.UTYPE, 0), 0, 4))),
            enumOf(false, BaseType.BYTE)));
    assertEquals("E is an enum of float", refused(List.of(), enumOf(false, BaseType.FLOAT)));
    assertEquals(
        "E is a union of more than 255 members", refused(List.of(), enumOf(true, BaseType.INT)));
    assertEquals(
        "E has the member 256",
        refused(
            List.of(),
            enumOf(true, BaseType.UTYPE, new SchemaEnum.Value("x", 256, type(BaseType.NONE, -1)))));
    assertEquals(
        "E has an unknown member",
        refused(
            List.of(),
            enumOf(true, BaseType.UTYPE, new SchemaEnum.Value("x", 1, type(BaseType.OBJECT, 3)))));
    assertEquals(
        "E has a member of int",
        refused(List.of(), enumOf(true, BaseType.UTYPE, new SchemaEnum.Value("x", 1, INT))));
  }

  /** A table that is listed very often, with one field that is listed very often. */
  @Test
  void partsThatAreSharedTooOften() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int name = builder.createString("T");
    int type = Type.createType(builder, (byte) 7, (byte) 0, -1, 0, 4, 0);
    int field =
        Field.createField(
            builder, name, type, 0, 4, 0, 0, false, false, false, 0, 0, false, 0, false);
    int[] fields = new int[50_000];
    Arrays.fill(fields, field);
    int object =
        Object.createObject(
            builder, name, Object.createFieldsVector(builder, fields), false, 1, 0, 0, 0, 0);
    int[] objects = new int[50_000];
    Arrays.fill(objects, object);
    int vector = Schema.createObjectsVector(builder, objects);
    int none = Schema.createEnumsVector(builder, new int[0]);
    Schema.finishSchemaBuffer(
        builder, Schema.createSchema(builder, vector, none, 0, 0, object, 0, 0, 0));
    byte[] bytes = builder.sizedByteArray();
    GabbroException e =
        assertTimeout(
            Duration.ofSeconds(30),
            () -> assertThrows(GabbroException.class, () -> FlatBufferSchema.parse(bytes)));
    assertEquals("the schema is damaged: its parts are shared too often", e.getMessage());
  }
}
