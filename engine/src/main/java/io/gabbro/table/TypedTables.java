package io.gabbro.table;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodec;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.storage.Database;
import io.gabbro.transaction.TransactionManager;
import io.gabbro.transaction.TransactionOptions;

/** Opens the typed tables of a database. Thread-safe. */
public final class TypedTables {
  private static final String RESERVED_PREFIX = "gabbro.";

  private final Database database;
  private final TransactionManager transactions;
  private final TransactionOptions autoCommit;
  private final boolean skipsBadEntries;
  private final Object holder;
  private final ScratchPool scratches = new ScratchPool();

  /**
   * The tables of a database.
   *
   * @param autoCommit how changes outside of transactions behave
   * @param skipsBadEntries whether entries that do not decode are left out and counted, instead of
   *     being errors
   * @param holder what keeps the database open: it stays reachable as long as the tables do
   */
  public TypedTables(
      Database database,
      TransactionManager transactions,
      TransactionOptions autoCommit,
      boolean skipsBadEntries,
      Object holder) {
    this.database = database;
    this.transactions = transactions;
    this.autoCommit = autoCommit;
    this.skipsBadEntries = skipsBadEntries;
    this.holder = holder;
  }

  /**
   * The table in the column family of that name, which is made when there is none. What is in it
   * must have been written with the same key codec and serializer.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when the name is one of Gabbro's own
   */
  public <K, V> Table<K, V> open(String name, KeyCodec<K> keys, ValueSerializer<V> values) {
    if (name.isEmpty() || name.startsWith(RESERVED_PREFIX)) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT, "a typed table cannot have the name \"" + name + "\"");
    }
    EntryDecoder<K, V> decoder = new EntryDecoder<>(name, keys, values, skipsBadEntries);
    AutoCommitEntries entries =
        new AutoCommitEntries(
            database, transactions, autoCommit, transactions.lastingFamily(name), holder);
    return new Table<>(decoder, entries, scratches);
  }
}
