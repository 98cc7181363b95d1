package io.gabbro.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompareOptionsTest {

  private static CompareOptions parse(String... args) {
    return CompareOptions.parse(args);
  }

  @Test
  void everythingRunsByDefault() {
    CompareOptions options = parse();
    assertEquals(2_000_000, options.rows());
    assertEquals(Engines.all(), options.engines());
    assertEquals(Set.of(Workload.values()), options.workloads());
  }

  @Test
  void enginesKeepTheirOrder() {
    assertEquals(
        List.of("h2", "sqlite"),
        parse("--rows", "60_000", "--engines", "h2,sqlite").engines().stream()
            .map(Engine::name)
            .toList());
  }

  @Test
  void mistakesAreNamed() {
    assertEquals(
        "no engine is called oracle",
        assertThrows(IllegalArgumentException.class, () -> parse("--engines", "oracle"))
            .getMessage());
    assertEquals(
        "unknown option --row",
        assertThrows(IllegalArgumentException.class, () -> parse("--row", "1")).getMessage());
    assertEquals(
        "--json needs a value",
        assertThrows(IllegalArgumentException.class, () -> parse("--json")).getMessage());
  }

  @Test
  void theUsageNamesEveryWorkload() {
    for (Workload workload : Workload.values()) {
      assertEquals(workload, Workload.of(workload.id()));
      assertEquals(true, CompareOptions.usage().contains(workload.id()));
    }
  }
}
