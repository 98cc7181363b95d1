package io.gabbro.table;

import io.gabbro.storage.Direction;
import io.gabbro.transaction.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of typed keys and values: a column family that holds exactly the bytes that its key codec
 * and its serializer make. Each change is a transaction of its own, and each read sees the last
 * committed state; {@link #in} gives the table as a transaction sees it. Thread-safe.
 *
 * <p>Exceptions of the functions that callers pass reach the callers. An entry that does not decode
 * is an error that names table and key, or is left out and counted, as the option {@code
 * on_bad_row} says. Null is neither a key nor a value.
 *
 * <p>Values of some serializers read the stored bytes in place. Functions see such a value only
 * during their call: a use after it throws.
 *
 * <p>Ranges of keys, other than {@link Range#all}, need a key codec that preserves order; else they
 * throw {@code INVALID_ARGUMENT}. Scans visit entries in the order of the bytes of their keys.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class Table<K, V> {
  private final EntryDecoder<K, V> decoder;
  private final Entries entries;
  private final ScratchPool scratches;
  private final PointReader<K, V> reader;
  private final EntryWriter<K, V> writer;

  Table(EntryDecoder<K, V> decoder, Entries entries, ScratchPool scratches) {
    this.decoder = decoder;
    this.entries = entries;
    this.scratches = scratches;
    reader = new PointReader<>(decoder, entries, scratches);
    writer =
        new EntryWriter<>(decoder.table(), decoder.keys(), decoder.values(), entries, scratches);
  }

  /** The name of the table and of its column family. */
  public String name() {
    return decoder.table();
  }

  /**
   * This table as a transaction sees it, to be used by the thread of the transaction. Changes take
   * effect with the transaction's commit; one that fails leaves nothing behind.
   *
   * @param holder what keeps the transaction open: it stays reachable as long as the table does
   */
  public Table<K, V> in(Transaction transaction, Object holder) {
    return new Table<>(
        decoder, new TransactionEntries(transaction, entries.family(), holder), scratches);
  }

  /** The number of entries that were left out, because they do not decode, since it was opened. */
  public long skippedEntries() {
    return decoder.skipped();
  }

  /** The value of a key, if there is one. */
  public Optional<V> get(K key) {
    return reader.get(key);
  }

  /**
   * What {@code accessor} makes of the value of a key, read in place where the serializer can.
   *
   * @return empty when there is no such key, or {@code accessor} returns null
   */
  public <R> Optional<R> get(K key, Function<? super V, ? extends R> accessor) {
    return reader.get(key, accessor);
  }

  /** Whether there is a value for a key; it is not decoded. */
  public boolean containsKey(K key) {
    return reader.containsKey(key);
  }

  /** The values of keys, in their order, all of the same state. */
  public List<Optional<V>> multiGet(Collection<? extends K> keys) {
    return reader.multiGet(keys);
  }

  /** Sets the value of a key. */
  public void put(K key, V value) {
    writer.put(key, target -> decoder.values().serialize(value, target));
  }

  /** Sets the value of a key to bytes in the form of the serializer, which are not checked. */
  public void putBytes(K key, byte[] serialized) {
    writer.put(key, target -> target.put(serialized));
  }

  /** Sets the values of some keys, all or none; of equal keys the last counts. */
  public void putBatch(Iterable<? extends Map.Entry<? extends K, ? extends V>> batch) {
    writer.putBatch(batch.iterator());
  }

  /** As {@link #putBatch(Iterable)}; the stream is consumed and not closed. */
  public void putBatch(Stream<? extends Map.Entry<? extends K, ? extends V>> batch) {
    writer.putBatch(batch.iterator());
  }

  /**
   * Deletes a key with its value.
   *
   * @return whether it existed
   */
  public boolean delete(K key) {
    return writer.delete(key);
  }

  /** Deletes all keys of a range, also those whose entries do not decode. */
  public void deleteRange(Range<K> range) {
    writer.deleteRange(KeyRanges.of(range, decoder.keys()));
  }

  /** A way through the entries of a range, owned by the caller. */
  public TableScanner<K, V> scan(Range<K> range, Direction direction) {
    return new TableScanner<>(
        decoder, entries, entries.cursor(KeyRanges.of(range, decoder.keys()), direction));
  }

  /** What {@code mapper} makes of each entry, without nulls, in the order of the keys. */
  public <R> List<R> filterMap(BiFunction<? super K, ? super V, ? extends R> mapper) {
    return filterMap(Range.all(), mapper);
  }

  /**
   * What {@code mapper} makes of each entry of a range, without nulls, in the order of the keys.
   */
  public <R> List<R> filterMap(
      Range<K> range, BiFunction<? super K, ? super V, ? extends R> mapper) {
    List<R> results = new ArrayList<>();
    forEach(
        range,
        (key, value) -> {
          R result = mapper.apply(key, value);
          if (result != null) {
            results.add(result);
          }
        });
    return results;
  }

  /** Starts with {@code initial} and passes it through all entries in the order of the keys. */
  public <A> A fold(A initial, Folder<A, ? super K, ? super V> folder) {
    return fold(Range.all(), initial, folder);
  }

  /** Starts with {@code initial} and passes it through the entries of a range. */
  public <A> A fold(Range<K> range, A initial, Folder<A, ? super K, ? super V> folder) {
    A result = initial;
    try (TableScanner<K, V> scanner = scan(range, Direction.FORWARD)) {
      while (scanner.next()) {
        result = folder.fold(result, scanner.key(), scanner.value());
      }
    }
    return result;
  }

  /** Visits all entries in the order of the keys. */
  public void forEach(BiConsumer<? super K, ? super V> visitor) {
    forEach(Range.all(), visitor);
  }

  /** Visits the entries of a range in the order of the keys. */
  public void forEach(Range<K> range, BiConsumer<? super K, ? super V> visitor) {
    forEachWhile(
        range,
        (key, value) -> {
          visitor.accept(key, value);
          return true;
        });
  }

  /** Visits entries in the order of the keys until {@code visitor} returns false. */
  public void forEachWhile(BiPredicate<? super K, ? super V> visitor) {
    forEachWhile(Range.all(), visitor);
  }

  /** Visits entries of a range in the order of the keys until {@code visitor} returns false. */
  public void forEachWhile(Range<K> range, BiPredicate<? super K, ? super V> visitor) {
    try (TableScanner<K, V> scanner = scan(range, Direction.FORWARD)) {
      while (scanner.next()) {
        if (!visitor.test(scanner.key(), scanner.value())) {
          return;
        }
      }
    }
  }
}
