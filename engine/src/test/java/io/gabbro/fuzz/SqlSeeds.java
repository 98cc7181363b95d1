package io.gabbro.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Statements of the parser's tests. */
final class SqlSeeds {
  private static final String MARK = "\n=> ";

  private SqlSeeds() {}

  static List<byte[]> statements() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String file : List.of("statements.txt", "errors.txt")) {
      try (InputStream text = SqlSeeds.class.getResourceAsStream("/io/gabbro/parser/" + file)) {
        for (String block : new String(text.readAllBytes(), UTF_8).split("\n\n", -1)) {
          int end = block.indexOf(MARK);
          if (end > 0) {
            seeds.add(block.substring(0, end).getBytes(UTF_8));
          }
        }
      }
    }
    return seeds;
  }
}
