package io.gabbro.parser;

import io.gabbro.ast.MaintenanceAction;
import io.gabbro.ast.StatementOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes BACKUP and its kin, and the options of statements. */
final class MaintenanceFormatter {
  private MaintenanceFormatter() {}

  static String format(MaintenanceAction action) {
    if (action instanceof MaintenanceAction.CheckDatabase check) {
      return check.repair() ? "CHECK DATABASE REPAIR" : "CHECK DATABASE";
    } else if (action instanceof MaintenanceAction.Backup backup) {
      return "BACKUP TO " + NameFormatter.string(backup.directory()) + options(backup.options());
    } else if (action instanceof MaintenanceAction.ShowBackups show) {
      return "SHOW BACKUPS IN " + NameFormatter.string(show.directory());
    } else if (action instanceof MaintenanceAction.VerifyBackup verify) {
      return "VERIFY BACKUP "
          + number("", verify.number())
          + "IN "
          + NameFormatter.string(verify.directory());
    } else if (action instanceof MaintenanceAction.Restore restore) {
      return "RESTORE "
          + number("BACKUP ", restore.number())
          + "FROM "
          + NameFormatter.string(restore.directory())
          + " TO "
          + NameFormatter.string(restore.target());
    }
    return "CHECKPOINT";
  }

  private static String number(String word, Optional<Integer> number) {
    return number.map(value -> word + value + " ").orElse("");
  }

  /** The options as {@code WITH (…)} with a space before; nothing when there are none. */
  static String options(List<StatementOption> options) {
    return options.isEmpty()
        ? ""
        : options.stream()
            .map(MaintenanceFormatter::option)
            .collect(Collectors.joining(", ", " WITH (", ")"));
  }

  private static String option(StatementOption option) {
    return NameFormatter.optionName(option.name())
        + option.value().map(value -> " " + NameFormatter.string(value)).orElse("");
  }
}
