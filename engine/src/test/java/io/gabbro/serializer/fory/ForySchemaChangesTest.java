package io.gabbro.serializer.fory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueBlock;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.object.ObjectTableSerializer;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of one version of a class as rows of another: right, or an error, never wrong. */
class ForySchemaChangesTest {
  private static final String OLD = "long id; int age; String name; double revenue;";

  @TempDir private Path directory;

  private ValueMapping mapping(Class<?> type) {
    ForySerializer<?> serializer = ForySerializer.builder(type, 100).build();
    return tables(serializer).map(tables(serializer).fields(MappingOptions.none()), none());
  }

  private static ObjectTableSerializer tables(ForySerializer<?> serializer) {
    return new ObjectTableSerializer("fory", List.of(), options -> serializer);
  }

  private static MappingOptions none() {
    return MappingOptions.none();
  }

  private Class<?> version(String fields, boolean record) throws IOException {
    String[] declarations = fields.split(";\\s*");
    String source =
        record
            ? "public record User(" + String.join(",", declarations) + ") {}"
            : "public class User { public " + String.join("; public ", declarations) + "; }";
    return CompiledClass.user(source, Files.createTempDirectory(directory, "version"));
  }

  private static byte[] write(ValueMapping mapping, List<ValueField> fields) {
    ColumnVector[] columns = new ColumnVector[fields.size()];
    for (int index = 0; index < columns.length; index++) {
      SqlType type = fields.get(index).type();
      columns[index] = ColumnVector.allocate(type.vectorKind(), 1);
      Object value =
          switch (fields.get(index).name()) {
            case "id" -> 7L;
            case "age" -> 70_000;
            case "name" -> "ann";
            default -> 0.1;
          };
      Values.set(type, columns[index], 0, value);
    }
    ByteBuilder target = new ByteBuilder();
    mapping.newWriter().write(columns, 0, target);
    return target.toByteArray();
  }

  private static String read(ForySerializer<?> serializer, byte[] value) {
    List<ValueField> fields = tables(serializer).fields(none());
    ValueMapping mapping = tables(serializer).map(fields, none());
    Map<Integer, String> problems = new TreeMap<>();
    ColumnVector[] read = new ValueBlock().add(value).read(mapping, fields, problems);
    if (!problems.isEmpty()) {
      return "error";
    }
    StringJoiner row = new StringJoiner(" ");
    for (int index = 0; index < read.length; index++) {
      ValueField field = fields.get(index);
      row.add(field.name() + "=" + Values.get(field.type(), read[index], 0));
    }
    return row.toString();
  }

  /** Where a type changes, Fory refuses records at times although the value fits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "long id; int age; String name; double revenue | id=7 age=70000 name=ann revenue=0.1 | no",
        "double revenue; String name; int age; long id | revenue=0.1 name=ann age=70000 id=7 | no",
        "long id; int age; String name                 | id=7 age=70000 name=ann             | no",
        "String name                                   | name=ann                            | no",
        "long id; String name; String mail; int size   | id=7 name=ann mail=null size=0      | no",
        "long id; int years; String name               | id=7 years=0 name=ann               | no",
        "long id; int age; String label                | id=7 age=70000 label=null           | no",
        "long id; long age                             | id=7 age=70000                      | yes",
        "long id; Integer age                          | id=7 age=70000                      | yes",
        "long id; String age                           | id=7 age=70000                      | yes",
        "int id                                        | id=7                                | yes",
        "long id; short age                            | error                               | no",
        "long id; int name                             | error                               | no",
        "long id; byte[] name                          | error                               | no",
        "long id; List<String> name                    | error                               | no",
        "long id; float revenue                        | error                               | no",
        "long id; long revenue                         | error                               | no"
      })
  void newVersionsReadOldValues(String fields, String row, String mayFail) throws IOException {
    for (boolean record : new boolean[] {false, true}) {
      Class<?> old = version(OLD, record);
      ForySerializer<?> serializer = ForySerializer.builder(old, 100).build();
      byte[] value = write(mapping(old), tables(serializer).fields(none()));
      ForySerializer<?> newer = ForySerializer.builder(version(fields, record), 100).build();
      String read = read(newer, value);
      boolean isFailure = record && mayFail.equals("yes") && read.equals("error");
      assertEquals(isFailure ? "error" : row, read, "a record: " + record);
    }
  }

  /** What a value of {@code enum C {RED, GREEN, BLUE}} is where the enum has changed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BLUE, GREEN, RED        | color=BLUE",
        "PINK, RED, GREEN, BLUE  | color=BLUE",
        "BLUE                    | color=BLUE",
        "RED, GREEN, CYAN        | error",
      })
  void enumConstantsMayBeReordered(String constants, String row) throws Exception {
    String source = "public class User { public C color; public enum C {%s} }";
    Class<?> old = enumVersion(source, "RED, GREEN, BLUE");
    Object user = old.getConstructor().newInstance();
    old.getField("color").set(user, old.getField("color").getType().getEnumConstants()[2]);
    ByteBuilder target = new ByteBuilder();
    serialize(serializer(old), user, target);
    assertEquals(row, read(serializer(enumVersion(source, constants)), target.toByteArray()));
  }

  private Class<?> enumVersion(String source, String constants) throws IOException {
    return CompiledClass.user(
        source.replace("%s", constants), Files.createTempDirectory(directory, "version"));
  }

  private static ForySerializer<?> serializer(Class<?> type) throws ReflectiveOperationException {
    return ForySerializer.builder(type, 100)
        .register(type.getField("color").getType(), 101)
        .build();
  }

  private static <V> void serialize(
      ForySerializer<V> serializer, Object value, ByteBuilder target) {
    serializer.serialize(serializer.type().cast(value), target);
  }
}
