package io.gabbro.serializer.fory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What values may hold: depth, size, versions of a class. */
class ForyLimitsTest {
  /** A chain. */
  public record Node(int number, Node next) {}

  private static final ForySerializer<Node> NODES = ForySerializer.builder(Node.class, 100).build();

  private static Node chain(int length) {
    Node node = null;
    for (int number = 0; number < length; number++) {
      node = new Node(number, node);
    }
    return node;
  }

  private static int length(Node chain) {
    int length = 0;
    for (Node node = chain; node != null; node = node.next()) {
      length++;
    }
    return length;
  }

  private static byte[] write(Node node) {
    ByteBuilder target = new ByteBuilder();
    NODES.serialize(node, target);
    return target.toByteArray();
  }

  @Test
  void objectsAreNestedUpToALimit() {
    byte[] deep = write(chain(450));
    assertEquals(450, length(NODES.deserialize(deep, 0, deep.length)));
    byte[] tooDeep = write(chain(600));
    GabbroException read =
        assertThrows(GabbroException.class, () -> NODES.deserialize(tooDeep, 0, tooDeep.length));
    assertEquals(ErrorCode.SERIALIZATION, read.code());
    GabbroException written = assertThrows(GabbroException.class, () -> write(chain(1_000_000)));
    assertEquals(ErrorCode.SERIALIZATION, written.code());
    byte[] good = write(chain(3));
    assertEquals(3, length(NODES.deserialize(good, 0, good.length)));
  }

  @Test
  void aSerializerReadsManyVersionsOfAClass(@TempDir Path directory) throws Exception {
    List<Class<?>> versions = new ArrayList<>();
    StringBuilder fields = new StringBuilder("public int id = 7;");
    for (int version = 0; version < 14; version++) {
      fields.append("public String field").append(version).append(';');
      versions.add(version("public class User {" + fields + "}", directory));
    }
    Class<?> newest = versions.get(versions.size() - 1);
    ForySerializer<?> reader = ForySerializer.builder(newest, 100).build();
    for (Class<?> version : versions) {
      byte[] value = write(version);
      Object read = reader.deserialize(value, 0, value.length);
      assertEquals(7, newest.getField("id").getInt(read));
    }
  }

  private static Class<?> version(String source, Path directory) throws IOException {
    return CompiledClass.user(source, Files.createTempDirectory(directory, "version"));
  }

  private static <V> byte[] write(Class<V> type) throws ReflectiveOperationException {
    ByteBuilder target = new ByteBuilder();
    V value = type.getConstructor().newInstance();
    ForySerializer.builder(type, 100).build().serialize(value, target);
    return target.toByteArray();
  }
}
