package io.gabbro.ast;

import java.util.List;
import java.util.Optional;

/** What a statement does that serves the database as a whole. */
public sealed interface MaintenanceAction {
  /** {@code CHECKPOINT}. */
  record Checkpoint() implements MaintenanceAction {}

  /** {@code CHECK DATABASE [REPAIR]}. */
  record CheckDatabase(boolean repair) implements MaintenanceAction {}

  /** {@code BACKUP [DATABASE] TO 'directory' [WITH (…)]}. */
  record Backup(String directory, List<StatementOption> options) implements MaintenanceAction {
    /** Copies the list. */
    public Backup {
      options = List.copyOf(options);
    }
  }

  /** {@code SHOW BACKUPS IN 'directory'}. */
  record ShowBackups(String directory) implements MaintenanceAction {}

  /** {@code VERIFY BACKUP [number] IN 'directory'}; the newest where no number was written. */
  record VerifyBackup(Optional<Integer> number, String directory) implements MaintenanceAction {}

  /**
   * {@code RESTORE [BACKUP number] FROM 'directory' TO 'target'}; the newest where no number was
   * written.
   */
  record Restore(Optional<Integer> number, String directory, String target)
      implements MaintenanceAction {}
}
