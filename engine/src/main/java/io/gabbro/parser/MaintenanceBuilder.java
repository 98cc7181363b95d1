package io.gabbro.parser;

import io.gabbro.ast.MaintenanceAction;
import io.gabbro.grammar.GabbroParser;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds BACKUP and its kin. */
final class MaintenanceBuilder {
  private MaintenanceBuilder() {}

  static MaintenanceAction backup(GabbroParser.BackupContext context) {
    return new MaintenanceAction.Backup(
        Strings.value(context.file().string()), CopyBuilder.options(context.copyOptions()));
  }

  static MaintenanceAction verify(GabbroParser.VerifyBackupContext context) {
    return new MaintenanceAction.VerifyBackup(
        number(context.NUMBER()), Strings.value(context.file().string()));
  }

  static MaintenanceAction restore(GabbroParser.RestoreContext context) {
    return new MaintenanceAction.Restore(
        number(context.NUMBER()),
        Strings.value(context.file().string()),
        Strings.value(context.target));
  }

  private static Optional<Integer> number(TerminalNode number) {
    if (number == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.valueOf(number.getText()));
    } catch (NumberFormatException e) {
      throw SyntaxError.at(
          number.getSymbol(), "the number of a backup is an integer of at most 2147483647");
    }
  }
}
