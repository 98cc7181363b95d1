package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.ast.Statement;
import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.parser.SqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FunctionReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "sql", "functions.md");

  private static List<Documentation> documentations() {
    List<Documentation> all = new ArrayList<>();
    BuiltinFunctions.registry().scalars().forEach(function -> all.add(function.documentation()));
    BuiltinFunctions.registry().aggregates().forEach(function -> all.add(function.documentation()));
    return all;
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    String page = FunctionReference.markdown(BuiltinFunctions.registry());
    if (Boolean.getBoolean("tests.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), "run with -Dtests.update=true to write it again");
  }

  @Test
  void everythingIsDocumented() {
    Set<String> usages = new HashSet<>();
    for (Documentation documentation : documentations()) {
      assertTrue(usages.add(documentation.usage()), documentation.usage());
      assertTrue(documentation.description().endsWith("."), documentation.usage());
      assertTrue(documentation.example().startsWith("SELECT "), documentation.usage());
      assertFalse(documentation.result().isEmpty(), documentation.usage());
    }
  }

  @Test
  void namesAreInLowerCase() {
    for (ScalarFunction function : BuiltinFunctions.registry().scalars()) {
      assertEquals(function.name().toLowerCase(Locale.ROOT), function.name());
    }
  }

  @Test
  void everyExampleParses() {
    for (Documentation documentation : documentations()) {
      assertTrue(
          SqlParser.parseStatement(documentation.example()) instanceof Statement.QueryStatement,
          documentation.example());
    }
  }
}
