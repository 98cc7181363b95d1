package io.gabbro.execution.parallel;

import io.gabbro.execution.Operator;
import io.gabbro.storage.KeyRange;

/** Makes the operators that read one part of a table; may be called by several threads. */
@FunctionalInterface
public interface Pipeline {
  /** The operators over the rows of a key range, owned by the caller. */
  Operator open(KeyRange range);
}
