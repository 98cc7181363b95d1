package io.gabbro.session;

import io.gabbro.ast.MaintenanceAction;
import io.gabbro.ast.StatementOption;
import io.gabbro.check.CheckContext;
import io.gabbro.check.CheckResult;
import io.gabbro.check.DatabaseCheck;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Backup;
import io.gabbro.storage.rocksdb.RocksBackups;
import io.gabbro.transaction.Transaction;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs CHECKPOINT, CHECK DATABASE, and what has to do with backups. */
final class MaintenanceRunner {
  private final EmbeddedSession session;
  private final SharedDatabase database;
  private final StatementScope scope;

  MaintenanceRunner(EmbeddedSession session, StatementScope scope) {
    this.session = session;
    this.scope = scope;
    database = session.shared();
  }

  /** Runs a statement; {@code columns} are those of its result. */
  Result run(MaintenanceAction action, List<ResultColumn> columns) {
    if (action instanceof MaintenanceAction.Checkpoint) {
      if (database.isReadOnly()) {
        throw new GabbroException(ErrorCode.READ_ONLY, "CHECKPOINT", "database");
      }
      database.store().flush();
      return new Result.UpdateCount(0);
    }
    BatchList rows = new BatchList(columns);
    rows.addRows(
        action instanceof MaintenanceAction.CheckDatabase check
            ? check(check.repair()).stream().map(MaintenanceRunner::row).toList()
            : backups(action).stream().map(backup -> row(backup, columns.size())).toList());
    return rows;
  }

  private List<Backup> backups(MaintenanceAction action) {
    CopyFromRunner.checkFileAccess(session);
    Runnable check = scope.cancellation()::check;
    if (action instanceof MaintenanceAction.Backup backup) {
      return List.of(
          database.store().backup(path(backup.directory()), keep(backup.options()), check));
    } else if (action instanceof MaintenanceAction.ShowBackups show) {
      return RocksBackups.list(path(show.directory()));
    } else if (action instanceof MaintenanceAction.VerifyBackup verify) {
      return List.of(RocksBackups.verify(path(verify.directory()), verify.number(), check));
    } else if (action instanceof MaintenanceAction.Restore restore) {
      return List.of(
          RocksBackups.restore(
              path(restore.directory()), restore.number(), path(restore.target()), check));
    }
    throw new GabbroException(ErrorCode.INTERNAL, "no way to run " + action);
  }

  private static int keep(List<StatementOption> options) {
    int keep = Integer.MAX_VALUE;
    for (StatementOption option : options) {
      String name = option.name().name().toLowerCase(Locale.ROOT);
      if (!name.equals("keep")) {
        throw GabbroException.at(option.name().position(), ErrorCode.UNDEFINED_OPTION, name);
      }
      String value = option.value().orElse("");
      if (!value.matches("[1-9][0-9]{0,8}")) {
        throw new GabbroException(
            ErrorCode.INVALID_OPTION, name, value, "must be a whole number from 1 on");
      }
      keep = Integer.parseInt(value);
    }
    return keep;
  }

  private static Path path(String directory) {
    try {
      return Path.of(directory);
    } catch (InvalidPathException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.INVALID_ARGUMENT, "\"" + directory + "\" is no name of a directory");
    }
  }

  private List<CheckResult> check(boolean repair) {
    Transaction transaction = scope.transaction();
    if (repair) {
      if (transaction.options().readOnly()) {
        throw new GabbroException(ErrorCode.READ_ONLY, "CHECK DATABASE REPAIR", "transaction");
      }
      if (transaction.hasWrites()) {
        throw new GabbroException(
            ErrorCode.INVALID_TRANSACTION_STATE,
            "CHECK DATABASE REPAIR is not allowed in a transaction that has changed something");
      }
      transaction.schema().lock();
    }
    CheckContext context =
        database
            .transactions()
            .schema()
            .runStart(
                scope.cancellation()::check,
                () ->
                    new CheckContext(
                        database.store(),
                        database.store().snapshot(),
                        database.catalog().current(),
                        database.catalogStore(),
                        repair ? Optional.of(transaction.rows()::deleteRange) : Optional.empty(),
                        scope.cancellation()::check));
    try {
      return DatabaseCheck.run(context);
    } finally {
      context.snapshot().close();
    }
  }

  private static Object[] row(CheckResult result) {
    return new Object[] {
      result.object(),
      result.kind(),
      result.entries(),
      result.bytes(),
      result.problems().orElse(null)
    };
  }

  /** A backup as a row; its problem is the last column, which not all statements show. */
  private static Object[] row(Backup backup, int columns) {
    Object[] values = {
      backup.id(),
      backup.time().atOffset(ZoneOffset.UTC),
      backup.bytes(),
      backup.files(),
      backup.problem().orElse(null)
    };
    return Arrays.copyOf(values, columns);
  }
}
