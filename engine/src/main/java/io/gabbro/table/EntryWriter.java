package io.gabbro.table;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.key.KeyCodec;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.storage.KeyRange;
import io.gabbro.table.ScratchPool.Scratch;
import io.gabbro.transaction.KeyValue;
import io.gabbro.transaction.Transaction;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** Writes entries, each locked first. As thread-safe as its entries. */
record EntryWriter<K, V>(
    String table,
    KeyCodec<K> keys,
    ValueSerializer<V> values,
    Entries entries,
    ScratchPool scratches) {
  void put(K key, Consumer<ByteBuilder> value) {
    Scratch scratch = scratches.take();
    try {
      KeyValue entry = scratch.entry();
      keys.encode(key, entry.keyBuilder());
      value.accept(entry.valueBuilder());
      entries.change(transaction -> write(transaction, entry));
    } finally {
      scratches.giveBack(scratch);
    }
  }

  private Void write(Transaction transaction, KeyValue entry) {
    transaction.rows().lock(entries.family(), entry.key(), entry.keyLength(), table);
    transaction.rows().put(entries.family(), entry);
    return null;
  }

  boolean delete(K key) {
    Scratch scratch = scratches.take();
    try {
      KeyValue entry = scratch.entry();
      keys.encode(key, entry.keyBuilder());
      return entries.change(transaction -> delete(transaction, entry));
    } finally {
      scratches.giveBack(scratch);
    }
  }

  private boolean delete(Transaction transaction, KeyValue entry) {
    transaction.rows().lock(entries.family(), entry.key(), entry.keyLength(), table);
    boolean existed =
        transaction
            .rows()
            .exists(entries.family(), entry.key(), entry.keyLength(), entry.scratch());
    if (existed) {
      transaction.rows().delete(entries.family(), entry.key(), entry.keyLength());
    }
    return existed;
  }

  void putBatch(Iterator<? extends Map.Entry<? extends K, ? extends V>> batch) {
    entries.change(
        transaction -> {
          Scratch scratch = scratches.take();
          try {
            while (batch.hasNext()) {
              Map.Entry<? extends K, ? extends V> element = batch.next();
              KeyValue entry = scratch.entry();
              entry.clear();
              keys.encode(element.getKey(), entry.keyBuilder());
              values.serialize(element.getValue(), entry.valueBuilder());
              write(transaction, entry);
            }
          } finally {
            scratches.giveBack(scratch);
          }
          return null;
        });
  }

  void deleteRange(KeyRange range) {
    entries.change(
        transaction -> {
          if (!range.isEmpty()) {
            transaction.rows().deleteRange(entries.family(), range.bounded());
          }
          return null;
        });
  }
}
