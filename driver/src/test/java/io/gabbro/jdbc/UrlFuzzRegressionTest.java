package io.gabbro.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** URLs that fuzzing starts from, what it has found, and damaged copies. */
class UrlFuzzRegressionTest {
  private static final List<String> FINDINGS = List.of();
  private static final int DAMAGED = 5_000;

  @Test
  void anyUrlIsReadOrRefused() {
    String given = System.getProperty("tests.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    Random random = new Random(seed);
    List<String> urls = new ArrayList<>(UrlFuzzer.SEEDS);
    urls.addAll(FINDINGS);
    urls.forEach(url -> UrlFuzzer.fuzzerTestOneInput(url.getBytes(UTF_8)));
    for (int round = 0; round < DAMAGED; round++) {
      byte[] url = urls.get(random.nextInt(urls.size())).getBytes(UTF_8);
      for (int count = 1 + random.nextInt(5); count > 0; count--) {
        url[random.nextInt(url.length)] = (byte) "%&=?+#0Z-/ \u00e9".charAt(random.nextInt(12));
      }
      try {
        UrlFuzzer.fuzzerTestOneInput(url);
      } catch (RuntimeException e) {
        throw new AssertionError("-Dtests.seed=" + seed + ": " + new String(url, UTF_8), e);
      }
    }
  }
}
