package io.gabbro.session;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.storage.Durability;
import io.gabbro.transaction.Isolation;
import io.gabbro.transaction.TransactionOptions;
import java.util.Locale;

/** From options to how transactions behave. */
final class SessionOptions {
  private SessionOptions() {}

  /** How transactions behave that start with these options. */
  static TransactionOptions transactions(DatabaseOptions options, boolean readOnly) {
    return new TransactionOptions(
        isolation(options.text(Option.TRANSACTION_ISOLATION)),
        readOnly,
        Durability.valueOf(options.text(Option.DURABILITY).toUpperCase(Locale.ROOT)),
        options.duration(Option.LOCK_TIMEOUT));
  }

  /** The level of that name, in lower case; READ UNCOMMITTED is READ COMMITTED. */
  static Isolation isolation(String level) {
    return switch (level) {
      case "repeatable read" -> Isolation.REPEATABLE_READ;
      case "serializable" -> Isolation.SERIALIZABLE;
      default -> Isolation.READ_COMMITTED;
    };
  }
}
