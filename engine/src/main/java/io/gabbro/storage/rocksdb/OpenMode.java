package io.gabbro.storage.rocksdb;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;

/** How a directory is opened. */
enum OpenMode {
  /** For reading and writing, alone. */
  READ_WRITE,
  /** The state at opening, whoever else has it open. */
  READ_ONLY,
  /** Following the process that writes it. */
  SECONDARY;

  static OpenMode of(DatabaseOptions options) {
    return switch (options.text(Option.MODE)) {
      case "readonly" -> READ_ONLY;
      case "secondary" -> SECONDARY;
      default -> READ_WRITE;
    };
  }
}
