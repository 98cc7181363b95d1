package io.gabbro.column;

import io.gabbro.storage.KeyRange;
import java.util.Collection;
import java.util.List;

/** The keys that a transaction itself has written. */
@FunctionalInterface
public interface OwnKeys {
  /** No keys. */
  OwnKeys NONE = range -> List.of();

  /** Those in a range. */
  Collection<byte[]> in(KeyRange range);
}
