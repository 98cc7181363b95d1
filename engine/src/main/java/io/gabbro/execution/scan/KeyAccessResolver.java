package io.gabbro.execution.scan;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.KeyAccess;
import io.gabbro.storage.KeyRange;
import io.gabbro.vector.ColumnVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Computes the keys of a {@link KeyAccess}, now that the parameters are known. */
public final class KeyAccessResolver {
  private static final byte[] BELOW_ALL = {};

  private final TableDefinition table;
  private final ExpressionCompiler compiler;
  private final ByteBuilder builder = new ByteBuilder();

  /**
   * A resolver for a table.
   *
   * @param compiler for expressions without columns
   */
  public KeyAccessResolver(TableDefinition table, ExpressionCompiler compiler) {
    this.table = table;
    this.compiler = compiler;
  }

  /** The keys to look at; ranges that a NULL makes empty are left out. */
  public ScanKeys resolve(KeyAccess access) {
    if (access.isAll()) {
      return new ScanKeys(List.of(table.format().keyRange()), List.of());
    }
    List<byte[]> points = new ArrayList<>();
    List<KeyRange> ranges = new ArrayList<>();
    for (KeyAccess.Range range : access.ranges()) {
      if (isPoint(range)) {
        Optional<ColumnVector[]> values = values(range.equal(), 0);
        values.flatMap(this::possibleKey).ifPresent(points::add);
      } else {
        range(range).filter(found -> !found.isEmpty()).ifPresent(ranges::add);
      }
    }
    if (ranges.isEmpty()) {
      return new ScanKeys(List.of(), sortedPoints(points));
    }
    for (byte[] point : points) {
      ranges.add(KeyRange.point(point));
    }
    return new ScanKeys(merged(ranges), List.of());
  }

  private boolean isPoint(KeyAccess.Range range) {
    return !table.primaryKey().isEmpty() && range.equal().size() == table.primaryKey().size();
  }

  /** The values of key columns, or nothing when one is NULL; room is left for one more. */
  private Optional<ColumnVector[]> values(List<BoundExpression> expressions, int room) {
    ColumnVector[] values = new ColumnVector[expressions.size() + room];
    for (int index = 0; index < expressions.size(); index++) {
      values[index] = compiler.value(expressions.get(index));
      if (values[index].isNull(0)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private Optional<KeyRange> range(KeyAccess.Range range) {
    Optional<ColumnVector[]> equal = values(range.equal(), 1);
    if (equal.isEmpty()) {
      return Optional.empty();
    }
    ColumnVector[] values = equal.get();
    int column = range.equal().size();
    if (!table.format().acceptsKey(values, column, 0)) {
      return Optional.empty();
    }
    byte[] start = prefix(values, column);
    byte[] end = KeyRange.successor(start);
    boolean descending =
        column < table.primaryKey().size() && table.primaryKey().get(column).descending();
    Optional<KeyAccess.Bound> first = descending ? range.upper() : range.lower();
    Optional<KeyAccess.Bound> last = descending ? range.lower() : range.upper();
    if (first.isPresent()) {
      byte[] key = boundKey(values, column, first.get());
      start =
          key == BELOW_ALL
              ? start
              : key == null || first.get().inclusive() ? key : behind(key, column);
      if (start == null) {
        return Optional.empty();
      }
    }
    if (last.isPresent()) {
      byte[] key = boundKey(values, column, last.get());
      if (key == null || key == BELOW_ALL) {
        return Optional.empty();
      }
      byte[] bound = last.get().inclusive() ? behind(key, column) : key;
      end = bound == null ? end : bound;
    }
    return Optional.of(new KeyRange(start, end).intersect(table.format().keyRange()));
  }

  /**
   * The least key whose column has the value of a bound; null when the bound is NULL, {@link
   * #BELOW_ALL} when it is less than any value that can be in a key.
   */
  private byte[] boundKey(ColumnVector[] values, int column, KeyAccess.Bound bound) {
    values[column] = compiler.value(bound.value());
    if (values[column].isNull(0)) {
      return null;
    }
    if (!table.format().acceptsKey(values, column + 1, 0)) {
      return BELOW_ALL;
    }
    return isLast(column) ? fullKey(values) : prefix(values, column + 1);
  }

  /** The key of values; empty when they cannot be in a key. */
  private Optional<byte[]> possibleKey(ColumnVector[] values) {
    return table.format().acceptsKey(values, values.length, 0)
        ? Optional.of(fullKey(values))
        : Optional.empty();
  }

  /** The least key behind all that have the value of a bound; null when there can be none. */
  private byte[] behind(byte[] key, int column) {
    return isLast(column) ? Arrays.copyOf(key, key.length + 1) : KeyRange.successor(key);
  }

  private boolean isLast(int column) {
    return column + 1 == table.primaryKey().size();
  }

  private byte[] fullKey(ColumnVector[] values) {
    builder.clear();
    table.format().encodeKey(values, 0, builder);
    return builder.toByteArray();
  }

  private byte[] prefix(ColumnVector[] values, int count) {
    builder.clear();
    table.format().encodeKeyPrefix(values, count, 0, builder);
    return builder.toByteArray();
  }

  private static List<byte[]> sortedPoints(List<byte[]> points) {
    if (points.size() < 2) {
      return points;
    }
    points.sort(Arrays::compareUnsigned);
    List<byte[]> distinct = new ArrayList<>(points.size());
    for (byte[] point : points) {
      if (distinct.isEmpty() || !Arrays.equals(distinct.get(distinct.size() - 1), point)) {
        distinct.add(point);
      }
    }
    return distinct;
  }

  /** The ranges in order, with those that touch put together. */
  static List<KeyRange> merged(List<KeyRange> ranges) {
    List<KeyRange> sorted = new ArrayList<>(ranges);
    sorted.sort((left, right) -> compareLower(left.lower(), right.lower()));
    List<KeyRange> merged = new ArrayList<>(sorted.size());
    KeyRange current = null;
    for (KeyRange range : sorted) {
      if (current == null) {
        current = range;
      } else if (current.upper() == null
          || range.lower() == null
          || Arrays.compareUnsigned(range.lower(), current.upper()) <= 0) {
        current = new KeyRange(current.lower(), greater(current.upper(), range.upper()));
      } else {
        merged.add(current);
        current = range;
      }
    }
    if (current != null) {
      merged.add(current);
    }
    return merged;
  }

  private static int compareLower(byte[] left, byte[] right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? -1 : 1;
    }
    return Arrays.compareUnsigned(left, right);
  }

  /** The greater of two upper bounds, of which null is the greatest. */
  private static byte[] greater(byte[] left, byte[] right) {
    if (left == null || right == null) {
      return null;
    }
    return Arrays.compareUnsigned(left, right) >= 0 ? left : right;
  }
}
