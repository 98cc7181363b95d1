package io.gabbro.check;

import java.util.function.Consumer;

/**
 * A check of one kind of object. It goes on after a problem. With {@link CheckContext#repair} it
 * repairs what is derived from rows or belongs to no table, and says so; it never changes rows.
 */
interface ObjectCheck {
  /** What the results are about, when the check as a whole fails. */
  String subject();

  /**
   * Looks at all objects of the kind.
   *
   * @param results hears of each
   */
  void run(CheckContext context, Consumer<CheckResult> results);
}
