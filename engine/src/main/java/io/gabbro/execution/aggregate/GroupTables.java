package io.gabbro.execution.aggregate;

import io.gabbro.type.VectorKind;
import java.util.List;

/** Chooses group tables. */
final class GroupTables {
  private GroupTables() {}

  /** An empty table for keys of these kinds. */
  static GroupTable of(List<VectorKind> kinds) {
    return KeyPacker.of(kinds)
        .<GroupTable>map(WordGroupTable::new)
        .orElseGet(() -> new HashGroupTable(kinds));
  }
}
