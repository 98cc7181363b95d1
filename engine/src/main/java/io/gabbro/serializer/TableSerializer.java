package io.gabbro.serializer;

import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A kind of mapped table: what stands behind {@code CREATE TABLE … USING}. Implementations are
 * thread-safe.
 */
public interface TableSerializer {
  /** Its name behind {@code USING}. */
  String name();

  /**
   * The options to keep with the table: those given, or others in their place that need no file any
   * more.
   *
   * @param options as written
   * @param files reads files that options name
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} or what {@code files}
   *     throws
   */
  default MappingOptions resolve(MappingOptions options, FileSource files) {
    return options;
  }

  /**
   * The fields of values, for a table whose statement lists no columns. The key is not among them.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when they are not
   *     known
   */
  List<ValueField> fields(MappingOptions options);

  /**
   * The mapping of a table.
   *
   * @param fields its columns without those of the key
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when there is no such
   *     field, or its values do not all fit into its column without loss
   */
  ValueMapping map(List<ValueField> fields, MappingOptions options);

  /**
   * The name of the encoding that a column of a type has in keys when option {@code key} does not
   * say; empty for that which any mapped table gives it.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when there is no usual
   *     one
   */
  default Optional<String> keyEncoding(SqlType type) {
    return Optional.empty();
  }

  /**
   * Whether the list of columns says how values lie, so that columns cannot be added or dropped
   * without other bytes.
   */
  default boolean fixesColumns(MappingOptions options) {
    return false;
  }

  /** Reads a file that an option names. */
  @FunctionalInterface
  interface FileSource {
    /**
     * All of its bytes.
     *
     * @throws io.gabbro.error.GabbroException when it may not or cannot be read
     */
    byte[] read(String path);
  }
}
