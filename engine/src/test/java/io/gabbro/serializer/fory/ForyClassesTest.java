package io.gabbro.serializer.fory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.fory.ForySerializerTest.Address;
import io.gabbro.serializer.fory.ForySerializerTest.Stranger;
import io.gabbro.serializer.fory.ForySerializerTest.User;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForyClassesTest {
  private static final AtomicInteger INITIALIZED = new AtomicInteger();
  private static final String USER = User.class.getName();
  private static final String ADDRESS = Address.class.getName();

  private final ClassLoader loader = ForyClassesTest.class.getClassLoader();
  private final ForyClasses classes = new ForyClasses();

  /** A class that tells when it is initialized. */
  static final class Loud {
    static final int NUMBER = INITIALIZED.incrementAndGet();
  }

  @Test
  void parsesNamesAndNumbers() {
    classes.parse(" " + USER + " = 100 ,\n" + ADDRESS + "=101", loader);
    assertEquals(Optional.of(User.class), classes.find(USER));
    assertEquals(Optional.of(Address.class), classes.find(ADDRESS));
    assertEquals(Optional.empty(), classes.find(Stranger.class.getName()));
    classes.parse("", loader);
  }

  @Test
  void doesNotInitializeClasses() {
    classes.parse(Loud.class.getName() + "=7", loader);
    assertEquals(0, INITIALIZED.get());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app.Missing=1       | there is no class \"app.Missing\" on the class path",
        "app.Missing         | \"app.Missing\" is not class=number",
        "java.lang.Object=x  | \"x\" is no number from 0 to 32510",
        "java.lang.Object=-1 | \"-1\" is no number from 0 to 32510",
        "java.util.List=1,   | \"\" is not class=number",
      })
  void refusesWhatIsNoClassOrNumber(String text, String problem) {
    GabbroException e = assertThrows(GabbroException.class, () -> classes.parse(text, loader));
    assertEquals(ErrorCode.INVALID_OPTION, e.code());
    assertTrue(e.getMessage().contains(problem), e.getMessage());
    assertEquals(Optional.empty(), classes.find("java.util.List"));
  }

  @Test
  void aNumberBelongsToOneClassAndAClassHasOneNumber() {
    classes.register(User.class, 100);
    classes.register(User.class, 100);
    for (Runnable bad :
        List.<Runnable>of(
            () -> classes.register(Address.class, 100),
            () -> classes.register(User.class, 101),
            () -> classes.register(Address.class, 32_511),
            () -> classes.register(Address.class, -1),
            () -> classes.parse(ADDRESS + "=7," + USER + "=7", loader))) {
      GabbroException e = assertThrows(GabbroException.class, bad::run);
      assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
    }
    assertEquals(Optional.empty(), classes.find(ADDRESS));
  }

  @Test
  void serializersKnowAllClasses() {
    classes.register(User.class, 100);
    ForySerializer<?> alone = classes.serializer(USER);
    assertSame(alone, classes.serializer(USER));
    classes.register(Address.class, 101);
    ForySerializer<?> both = classes.serializer(USER);
    assertNotSame(alone, both);
    ByteBuilder bytes = new ByteBuilder();
    User user = new User(7, "ann", 1.5, new Address("Rome", 5), List.of());
    ForySerializer.builder(User.class, 100)
        .register(Address.class, 101)
        .build()
        .serialize(user, bytes);
    assertEquals(user, both.deserialize(bytes.bytes(), 0, bytes.length()));
  }

  @Test
  void tellsHowToAllowAClass() {
    classes.register(User.class, 100);
    GabbroException e = assertThrows(GabbroException.class, () -> classes.serializer(ADDRESS));
    assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, e.code());
    assertEquals(
        e.getMessage(),
        assertThrows(GabbroException.class, () -> classes.require(ADDRESS)).getMessage());
    assertEquals(User.class, classes.require(USER));
    assertTrue(e.getMessage().contains(ADDRESS), e.getMessage());
    String hint = e.hint().orElseThrow();
    assertTrue(hint.contains("fory_classes=" + ADDRESS + "=NUMBER"), hint);
  }

  @Test
  void needsNoForyBeforeTheFirstSerializer() throws Exception {
    URL[] code = {ForyClasses.class.getProtectionDomain().getCodeSource().getLocation()};
    try (URLClassLoader alone = new URLClassLoader(code, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = alone.loadClass(ForyClasses.class.getName());
      Object registry = type.getConstructor().newInstance();
      type.getMethod("parse", String.class, ClassLoader.class)
          .invoke(registry, "java.util.List=1", alone);
      Object found = type.getMethod("find", String.class).invoke(registry, "java.util.List");
      assertEquals(Optional.of(List.class), found);
      assertThrows(ClassNotFoundException.class, () -> alone.loadClass("org.apache.fory.Fory"));
    }
  }
}
