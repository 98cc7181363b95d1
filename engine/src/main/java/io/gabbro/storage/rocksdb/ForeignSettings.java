package io.gabbro.storage.rocksdb;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Database;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the writer of a directory has set for its column families, by the newest {@code OPTIONS}
 * file in the directory. This store cannot honour an order of keys other than that of their bytes,
 * nor merged values, which only the writer's own code can put together. It keeps to the format of
 * files that the writer has set, so that an older RocksDB can open the directory again.
 */
final class ForeignSettings {
  private static final Pattern OPTIONS_FILE = Pattern.compile("OPTIONS-(\\d+)");
  private static final Pattern SECTION = Pattern.compile("\\[CFOptions \"(.*)\"]");
  private static final Pattern SETTING =
      Pattern.compile("\\s*(comparator|merge_operator)\\s*=\\s*(.*?)\\s*");
  private static final Pattern FORMAT =
      Pattern.compile("\\s*format_version\\s*=\\s*(\\d{1,9})\\s*");

  private static final Pattern TRACKED =
      Pattern.compile("\\s*track_and_verify_wals_in_manifest\\s*=\\s*true\\s*");

  /** Older formats are read and no longer written. */
  private static final int OLDEST_FORMAT = 2;

  private static final String BYTEWISE = "leveldb.BytewiseComparator";
  private static final String NONE = "nullptr";

  private static final String DEFAULT = Database.DEFAULT_COLUMN_FAMILY;

  private final Map<String, String> problems = new TreeMap<>();
  private int format = Integer.MAX_VALUE;

  private boolean tracksLogs;

  private ForeignSettings() {}

  /** Reads the settings of a directory; there are none where no file tells. */
  static ForeignSettings of(Path directory) {
    ForeignSettings settings = new ForeignSettings();
    newestFile(directory).ifPresent(settings::read);
    return settings;
  }

  private static Optional<Path> newestFile(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> number(file) >= 0)
          .max(Comparator.comparingLong(ForeignSettings::number));
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read the database directory \"" + directory + "\"");
    }
  }

  private static long number(Path file) {
    Matcher matcher = OPTIONS_FILE.matcher(file.getFileName().toString());
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }

  private void read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.DATABASE_CORRUPTED, "the file \"" + file + "\" is not a text");
    } catch (IOException e) {
      throw RocksErrors.translate(e, "cannot read \"" + file + "\"");
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new GabbroException(
          ErrorCode.DATABASE_CORRUPTED, "the file \"" + file + "\" has lost its end");
    }
    String family = null;
    for (String line : text.lines().toList()) {
      Matcher section = SECTION.matcher(line.strip());
      Matcher setting = SETTING.matcher(line);
      Matcher version = FORMAT.matcher(line);
      tracksLogs |= TRACKED.matcher(line).matches();
      if (line.strip().startsWith("[")) {
        family = section.matches() ? section.group(1) : null;
      } else if (family != null && setting.matches()) {
        note(family, setting.group(1), setting.group(2));
      } else if (version.matches()) {
        format = Math.min(format, Math.max(OLDEST_FORMAT, Integer.parseInt(version.group(1))));
      }
    }
  }

  private void note(String family, String setting, String value) {
    if (setting.equals("comparator") && !value.equals(BYTEWISE)) {
      problems.merge(family, "it sorts its keys by " + value, (a, b) -> a + ", " + b);
    } else if (setting.equals("merge_operator") && !value.equals(NONE)) {
      problems.merge(family, "it merges its values by " + value, (a, b) -> a + ", " + b);
    }
  }

  /**
   * The format of files to write: the oldest that is set for a column family, but no newer one than
   * this store would write by itself.
   *
   * @param own what it would write
   */
  int formatVersion(int own) {
    return Math.min(format, own);
  }

  /** Whether the list of files has the sizes of logs, as it does where this store has written. */
  boolean tracksLogs() {
    return tracksLogs;
  }

  /** What cannot be honoured, by the names of column families. */
  Map<String, String> problems() {
    return Collections.unmodifiableMap(problems);
  }

  /**
   * Refuses what cannot be left out: all column families of a directory that is to be written, the
   * first one of any.
   *
   * @throws GabbroException {@code UNSUPPORTED_FORMAT}
   */
  void requireNone(OpenMode mode) {
    boolean needed = mode == OpenMode.READ_WRITE || problems.containsKey(DEFAULT);
    if (needed && !problems.isEmpty()) {
      String text =
          problems.entrySet().stream()
              .map(entry -> "column family \"" + entry.getKey() + "\": " + entry.getValue())
              .collect(Collectors.joining("; "));
      GabbroException refused = new GabbroException(ErrorCode.UNSUPPORTED_FORMAT, text);
      throw problems.containsKey(DEFAULT)
          ? refused
          : refused.withHint("mode=readonly reads the other column families");
    }
  }
}
