package io.gabbro.catalog;

import io.gabbro.ast.Statement;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.parser.SqlParser;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.ValueBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalog as entries of its column family: the format version under {@code format}, what a
 * reader must know under {@code features}, and each table under {@code table/} and its id. Values
 * are UTF-8 text, see {@link TableText}. Thread-safe.
 */
public final class CatalogStore {
  /** The name of the column family. */
  public static final String FAMILY = "gabbro.catalog";

  /** The version of the format that this Gabbro writes, and the newest that it reads. */
  public static final int FORMAT_VERSION = 1;

  /** What a reader must know to read databases that this Gabbro writes: nothing yet. */
  private static final Set<String> FEATURES = Set.of();

  private static final byte[] FEATURES_KEY = "features".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FORMAT_KEY = "format".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEXT_ID_KEY = "next-id".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TABLE_PREFIX = "table/".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern TABLE_KEY = Pattern.compile("table/([0-9a-f]{8})");
  private static final int FIRST_TABLE_ID = 1;

  private final TableBuilder builder;

  /** A store of tables that {@code builder} makes. */
  public CatalogStore(TableBuilder builder) {
    this.builder = builder;
  }

  /** The key of the format version. */
  public static byte[] formatKey() {
    return FORMAT_KEY.clone();
  }

  /** The key of the features that a reader must know. */
  public static byte[] featuresKey() {
    return FEATURES_KEY.clone();
  }

  /** The format version as a value. */
  public static byte[] formatValue() {
    return Integer.toString(FORMAT_VERSION).getBytes(StandardCharsets.US_ASCII);
  }

  /** The key of a table. */
  public static byte[] tableKey(int id) {
    ByteBuilder key = new ByteBuilder();
    key.put(TABLE_PREFIX);
    key.put(String.format(java.util.Locale.ROOT, "%08x", id).getBytes(StandardCharsets.US_ASCII));
    return key.toByteArray();
  }

  /** The id of the table that has this key; empty when it is not the key of a table. */
  public static Optional<Integer> tableId(byte[] key) {
    Matcher matcher = TABLE_KEY.matcher(new String(key, StandardCharsets.ISO_8859_1));
    return matcher.matches()
        ? Optional.of(HexFormat.fromHexDigits(matcher.group(1)))
        : Optional.empty();
  }

  /** A table as a value. */
  public static byte[] tableValue(TableDefinition table) {
    return TableText.format(table).getBytes(StandardCharsets.UTF_8);
  }

  /** The key of the number that the next table gets. */
  public static byte[] nextIdKey() {
    return NEXT_ID_KEY.clone();
  }

  /** The number that the next table gets, as a value. */
  public static byte[] nextIdValue(int id) {
    return Integer.toString(id).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Whether the database has a catalog.
   *
   * @throws GabbroException {@code UNSUPPORTED_FORMAT} when it has one that this Gabbro cannot
   *     read: of a newer version, or with features that it does not know
   */
  public boolean exists(Database database, ColumnFamily family) {
    ValueBuffer value = new ValueBuffer();
    if (!database.get(family, null, FORMAT_KEY, FORMAT_KEY.length, value)) {
      return false;
    }
    int version = number(value, "format version");
    if (version > FORMAT_VERSION) {
      throw new GabbroException(
          ErrorCode.UNSUPPORTED_FORMAT,
          "the database was written by a newer Gabbro: its format is version "
              + version
              + ", this Gabbro reads up to version "
              + FORMAT_VERSION);
    }
    checkFeatures(database, family);
    return true;
  }

  private static void checkFeatures(Database database, ColumnFamily family) {
    ValueBuffer value = new ValueBuffer();
    if (!database.get(family, null, FEATURES_KEY, FEATURES_KEY.length, value)) {
      return;
    }
    Set<String> unknown = new TreeSet<>();
    for (String feature :
        new String(value.toByteArray(), StandardCharsets.UTF_8).split("\\s+", -1)) {
      if (!feature.isEmpty() && !FEATURES.contains(feature)) {
        unknown.add(feature);
      }
    }
    if (!unknown.isEmpty()) {
      throw new GabbroException(
          ErrorCode.UNSUPPORTED_FORMAT,
          "the database was written by a newer Gabbro: it needs what this one does not know: "
              + String.join(", ", unknown));
    }
  }

  /** The number that the next table gets. */
  public int nextTableId(Database database, ColumnFamily family) {
    ValueBuffer value = new ValueBuffer();
    return database.get(family, null, NEXT_ID_KEY, NEXT_ID_KEY.length, value)
        ? number(value, "next table id")
        : FIRST_TABLE_ID;
  }

  /**
   * Reads all tables.
   *
   * @throws GabbroException {@code DATA_CORRUPTED} when an entry does not parse
   */
  public CatalogSnapshot load(Database database, ColumnFamily family) {
    CatalogSnapshot snapshot = CatalogSnapshot.empty();
    RowBlock block = new RowBlock(64, true, true);
    try (RowCursor cursor =
        database.cursor(family, null, KeyRange.prefix(TABLE_PREFIX), Direction.FORWARD)) {
      while (cursor.fill(block, block.capacity()) > 0) {
        for (int row = 0; row < block.count(); row++) {
          snapshot = snapshot.with(table(block.key(row), block.value(row)));
        }
      }
    }
    return snapshot;
  }

  /**
   * A table of its entry.
   *
   * @throws GabbroException {@code DATA_CORRUPTED} when it does not parse
   */
  public TableDefinition table(byte[] key, byte[] value) {
    try {
      TableText text = TableText.parse(new String(value, StandardCharsets.UTF_8));
      return text.build(builder, (Statement.CreateTable) SqlParser.parseStatement(text.ddl()));
    } catch (RuntimeException e) {
      throw GabbroException.causedBy(
          e,
          ErrorCode.DATA_CORRUPTED,
          FAMILY,
          HexFormat.of().formatHex(key),
          "the table's definition does not parse: " + e.getMessage());
    }
  }

  private static int number(ValueBuffer value, String what) {
    String text = new String(value.bytes(), 0, value.length(), StandardCharsets.US_ASCII);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.DATA_CORRUPTED, FAMILY, what, "\"" + text + "\" is no number");
    }
  }
}
