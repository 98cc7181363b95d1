package io.gabbro.serializer.fory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Versions of one class, each compiled from source and loaded by a loader of its own. */
final class CompiledClass {
  private CompiledClass() {}

  /**
   * A version of the class {@code app.User}.
   *
   * @param source its declaration
   * @param directory an empty directory
   */
  static Class<?> user(String source, Path directory) {
    try {
      Path file = directory.resolve("User.java");
      Files.writeString(file, "package app; import java.util.*; " + source);
      String[] arguments = {"-proc:none", "-d", directory.toString(), file.toString()};
      assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
      URL[] urls = {directory.toUri().toURL()};
      // The loader lives as long as its class.
      @SuppressWarnings("resource")
      ClassLoader loader = new URLClassLoader(urls, CompiledClass.class.getClassLoader());
      return Class.forName("app.User", true, loader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
