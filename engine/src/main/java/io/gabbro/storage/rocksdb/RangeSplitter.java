package io.gabbro.storage.rocksdb;

import io.gabbro.storage.KeyRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Cuts a range into parts of about the same size. It starts with the range from the first key to
 * the last, halves the largest piece again and again at a key in the middle of its key space, and
 * then joins neighbours until as many parts are left as were asked for.
 */
final class RangeSplitter {
  private static final int PIECES_PER_PART = 8;
  private static final int NUMBER_BYTES = Long.BYTES;

  private record Piece(byte[] lower, byte[] upper, long size) {}

  private final RangeEstimates estimates;
  private final RocksIterator iterator;

  /** A splitter that seeks with {@code iterator}, which is bounded by the range. */
  RangeSplitter(RangeEstimates estimates, RocksIterator iterator) {
    this.estimates = estimates;
    this.iterator = iterator;
  }

  List<KeyRange> split(KeyRange range, int parts) throws RocksDBException {
    iterator.seekToFirst();
    if (parts < 2 || !iterator.isValid()) {
      iterator.status();
      return List.of(range);
    }
    byte[] first = iterator.key();
    iterator.seekToLast();
    if (!iterator.isValid()) {
      iterator.status();
      return List.of(range);
    }
    return range.splitAt(cuts(pieces(first, iterator.key(), parts * PIECES_PER_PART), parts));
  }

  private List<Piece> pieces(byte[] first, byte[] last, int wanted) throws RocksDBException {
    PriorityQueue<Piece> open =
        new PriorityQueue<>(Comparator.comparingLong(Piece::size).reversed());
    List<Piece> whole = new ArrayList<>();
    open.add(piece(first, last));
    for (int step = 0; step < 2 * wanted && !open.isEmpty(); step++) {
      if (open.size() + whole.size() >= wanted) {
        break;
      }
      Piece largest = open.remove();
      byte[] middle = keyInTheMiddle(largest);
      if (middle == null) {
        whole.add(largest);
      } else {
        open.add(piece(largest.lower, middle));
        open.add(piece(middle, largest.upper));
      }
    }
    whole.addAll(open);
    whole.sort((left, right) -> Arrays.compareUnsigned(left.lower, right.lower));
    return whole;
  }

  private Piece piece(byte[] lower, byte[] upper) {
    return new Piece(lower, upper, estimates.size(new KeyRange(lower, upper)));
  }

  /** A key that exists, above the lower end of a piece and below its upper end; null for none. */
  private byte[] keyInTheMiddle(Piece piece) throws RocksDBException {
    iterator.seek(middle(piece.lower, piece.upper));
    if (iterator.isValid() && Arrays.equals(iterator.key(), piece.lower)) {
      iterator.next();
    }
    if (!iterator.isValid()) {
      iterator.status();
      return null;
    }
    byte[] key = iterator.key();
    return Arrays.compareUnsigned(key, piece.upper) < 0 ? key : keyBefore(piece, key);
  }

  private byte[] keyBefore(Piece piece, byte[] upper) throws RocksDBException {
    iterator.prev();
    if (!iterator.isValid()) {
      iterator.status();
      return null;
    }
    byte[] key = iterator.key();
    return Arrays.compareUnsigned(key, piece.lower) > 0 && Arrays.compareUnsigned(key, upper) < 0
        ? key
        : null;
  }

  /** The bytes half-way between two keys, read as numbers behind the prefix that they share. */
  static byte[] middle(byte[] lower, byte[] upper) {
    int shared = Math.max(0, Arrays.mismatch(lower, upper));
    long low = number(lower, shared);
    long high = number(upper, shared);
    long half = low + ((high - low) >>> 1);
    byte[] middle = Arrays.copyOf(lower.length > shared ? lower : upper, shared + NUMBER_BYTES);
    for (int index = 0; index < NUMBER_BYTES; index++) {
      middle[shared + index] = (byte) (half >>> (8 * (NUMBER_BYTES - 1 - index)));
    }
    return middle;
  }

  private static long number(byte[] key, int offset) {
    long number = 0;
    for (int index = offset; index < offset + NUMBER_BYTES; index++) {
      number = number << 8 | (index < key.length ? key[index] & 0xFF : 0);
    }
    return number;
  }

  private static List<byte[]> cuts(List<Piece> pieces, int parts) {
    double total = 0;
    for (Piece piece : pieces) {
      total += piece.size;
    }
    List<byte[]> cuts = new ArrayList<>();
    double before = 0;
    for (Piece piece : pieces) {
      if (cuts.size() < parts - 1 && before >= total * (cuts.size() + 1) / parts) {
        cuts.add(piece.lower);
      }
      before += piece.size;
    }
    return cuts;
  }
}
