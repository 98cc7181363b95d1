package io.gabbro.check;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs all checks of a database. */
public final class DatabaseCheck {
  private static final List<ObjectCheck> CHECKS =
      List.of(
          new FilesCheck(),
          new CatalogCheck(),
          new TablesCheck(),
          new OrphanedRowsCheck(),
          new ColumnFamiliesCheck());

  private DatabaseCheck() {}

  /**
   * Runs them. A check that cannot go on is a result with a problem, and the others go on.
   *
   * @return a result for each object
   * @throws GabbroException {@code QUERY_CANCELED}, {@code CLOSED}
   */
  public static List<CheckResult> run(CheckContext context) {
    List<CheckResult> results = new ArrayList<>();
    for (ObjectCheck check : CHECKS) {
      try {
        check.run(context, results::add);
      } catch (RuntimeException e) {
        String problem = isDropped(context, e) ? e.getMessage() : told(e);
        results.add(new CheckResult(check.subject(), "check", 0, 0, Optional.of(problem)));
      }
    }
    return results;
  }

  /**
   * Whether an error says that a column family was dropped while it was looked at.
   *
   * @throws GabbroException {@code CLOSED} when it is the database that was closed
   */
  static boolean isDropped(CheckContext context, RuntimeException error) {
    boolean isClosed = error instanceof GabbroException known && known.code() == ErrorCode.CLOSED;
    // Fails when the database is closed.
    return isClosed && !context.store().columnFamilyNames().isEmpty();
  }

  /** What an error says of the object that raised it; those that end the check go on. */
  static String told(RuntimeException error) {
    if (error instanceof GabbroException known
        && (known.code() == ErrorCode.QUERY_CANCELED || known.code() == ErrorCode.CLOSED)) {
      throw known;
    }
    return error instanceof GabbroException ? error.getMessage() : error.toString();
  }
}
