package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.List;

/**
 * {@code FOR UPDATE [OF table] [NOWAIT | SKIP LOCKED]} and its kin.
 *
 * @param position where it starts
 * @param strength what is to be kept from others
 * @param tables the tables or aliases behind OF, empty where none was written
 * @param ifLocked what to do about rows that others have locked
 */
public record RowLocking(
    SourcePosition position, Strength strength, List<Identifier> tables, IfLocked ifLocked) {
  /** Copies the list. */
  public RowLocking {
    tables = List.copyOf(tables);
  }

  /** What is to be kept from others. */
  public enum Strength {
    /** {@code FOR UPDATE}. */
    UPDATE,
    /** {@code FOR NO KEY UPDATE}. */
    NO_KEY_UPDATE,
    /** {@code FOR SHARE}. */
    SHARE,
    /** {@code FOR KEY SHARE}. */
    KEY_SHARE
  }
}
