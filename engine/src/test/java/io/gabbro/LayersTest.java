package io.gabbro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the imports of the engine against {@code docs/layers.txt}. */
final class LayersTest {
  private static final Path LAYERS = Path.of("..", "docs", "layers.txt");

  private final Map<String, Integer> ranks = new LinkedHashMap<>();
  private final Map<String, List<String>> libraries = new LinkedHashMap<>();
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.gabbro");

  LayersTest() throws IOException {
    for (String line : Files.readAllLines(LAYERS)) {
      String[] words = line.strip().split("\\s+");
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (words[0].equals("only")) {
        libraries.put(words[3], Arrays.asList(words[1].split(",")));
      } else {
        ranks.put(words[1], Integer.valueOf(words[0]));
      }
    }
  }

  @Test
  void packagesImportOnlyLowerRanks() {
    TreeSet<String> violations = new TreeSet<>();
    for (JavaClass from : classes) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String fromLayer = layer(from.getPackageName());
        String toLayer = layer(dependency.getTargetClass().getPackageName());
        if (fromLayer != null
            && toLayer != null
            && !fromLayer.equals(toLayer)
            && ranks.get(toLayer) >= ranks.get(fromLayer)) {
          violations.add(from.getName() + " uses " + dependency.getTargetClass().getName());
        }
      }
    }
    assertEquals(List.of(), List.copyOf(violations));
  }

  @Test
  void everyPackageHasARank() {
    TreeSet<String> without = new TreeSet<>();
    for (JavaClass type : classes) {
      String name = type.getPackageName();
      if (name.startsWith("io.gabbro.") && !name.equals("io.gabbro.grammar")) {
        if (layer(name) == null) {
          without.add(name);
        }
      }
    }
    assertEquals(List.of(), List.copyOf(without));
    assertTrue(classes.size() > 100, "the engine's classes were not found");
  }

  @Test
  void librariesStayWhereTheyBelong() {
    TreeSet<String> violations = new TreeSet<>();
    for (JavaClass from : classes) {
      if (from.getPackageName().equals("io.gabbro.grammar")) {
        continue;
      }
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        libraries.forEach(
            (library, allowed) -> {
              if (dependency.getTargetClass().getPackageName().startsWith(library)
                  && allowed.stream().noneMatch(home -> isIn(from.getPackageName(), home))) {
                violations.add(from.getName() + " uses " + dependency.getTargetClass().getName());
              }
            });
      }
    }
    assertEquals(List.of(), List.copyOf(violations));
    assertFalse(libraries.isEmpty());
  }

  private static boolean isIn(String name, String home) {
    return name.equals(home) || name.startsWith(home + ".");
  }

  /** The most specific listed package that a package is or lies in; null when there is none. */
  private String layer(String name) {
    String found = null;
    for (String layer : ranks.keySet()) {
      if (isIn(name, layer) && (found == null || layer.length() > found.length())) {
        found = layer;
      }
    }
    return found;
  }
}
