package io.gabbro.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.GabbroException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** URLs and their options; nothing is opened. */
public final class UrlFuzzer {
  static final List<String> SEEDS =
      List.of(
          "mem:?durability=os&memory_limit=64MB",
          "/tmp/a%20b?mode=readonly&lock_timeout=10s&time_zone=Europe/Berlin",
          "./x?fory_classes=a.B=1,c.D=2&threads=4&user=me",
          "mem:n?statement_timeout=5min&file_access&=&%zz=1&on_bad_row=sk+ip");

  private UrlFuzzer() {}

  /** Called with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String url = ConnectionUrl.PREFIX + new String(input, UTF_8);
    if (!ConnectionUrl.accepts(url)) {
      throw new IllegalStateException("not accepted: " + url);
    }
    try {
      DatabaseOptions options = ConnectionUrl.parse(url).options(new Properties());
      for (Option option : Option.values()) {
        read(options, option);
      }
    } catch (GabbroException e) {
      // It says what is wrong.
    }
  }

  private static void read(DatabaseOptions options, Option option) {
    switch (option.kind().form()) {
      case BOOLEAN -> options.isTrue(option);
      case INTEGER -> options.integer(option);
      case BYTES -> options.bytes(option);
      case DURATION -> options.duration(option);
      case TIME_ZONE -> options.zone(option);
      case CHOICE, TEXT -> options.text(option);
    }
  }

  /** Writes the seeds to the directory of the first argument. */
  public static void main(String[] arguments) throws java.io.IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    for (int index = 0; index < SEEDS.size(); index++) {
      Files.writeString(directory.resolve("seed-" + index), SEEDS.get(index));
    }
  }
}
