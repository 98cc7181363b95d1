package io.gabbro.parser;

import io.gabbro.ast.Identifier;
import io.gabbro.ast.IfLocked;
import io.gabbro.ast.MaintenanceAction;
import io.gabbro.ast.RowLocking;
import io.gabbro.ast.Statement;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser;
import io.gabbro.grammar.GabbroParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds statements: the small ones here, the others by the builders of their kind. */
final class StatementBuilder extends GabbroParserBaseVisitor<Statement> {
  private final QueryBuilder queries;
  private final ChangeBuilder changes;
  private final DefinitionBuilder definitions;
  private final CopyBuilder copies;

  StatementBuilder(StatementTokens tokens) {
    ExpressionBuilder expressions = new ExpressionBuilder(tokens);
    queries = new QueryBuilder(expressions);
    changes = new ChangeBuilder(expressions, queries);
    definitions = new DefinitionBuilder(expressions);
    copies = new CopyBuilder(queries);
  }

  private static SourcePosition position(ParserRuleContext context) {
    return Tokens.position(context.getStart());
  }

  @Override
  public Statement visitQueryStatement(GabbroParser.QueryStatementContext context) {
    return query(context.query(), context.rowLocking());
  }

  private Statement query(GabbroParser.QueryContext query, GabbroParser.RowLockingContext locking) {
    return new Statement.QueryStatement(
        position(query),
        queries.query(query),
        Optional.ofNullable(locking).map(StatementBuilder::rowLocking));
  }

  private static RowLocking rowLocking(GabbroParser.RowLockingContext context) {
    GabbroParser.LockStrengthContext strength = context.lockStrength();
    boolean update = strength.UPDATE() != null;
    boolean key = strength.KEY() != null;
    return new RowLocking(
        position(context),
        update
            ? (key ? RowLocking.Strength.NO_KEY_UPDATE : RowLocking.Strength.UPDATE)
            : (key ? RowLocking.Strength.KEY_SHARE : RowLocking.Strength.SHARE),
        context.name().stream().map(Names::identifier).toList(),
        context.NOWAIT() != null
            ? IfLocked.NOWAIT
            : context.LOCKED() != null ? IfLocked.SKIP_LOCKED : IfLocked.WAIT);
  }

  @Override
  public Statement visitExplain(GabbroParser.ExplainContext context) {
    GabbroParser.ExplainedContext explained = context.explained();
    Statement statement =
        explained.query() != null
            ? query(explained.query(), explained.rowLocking())
            : changes.visit(explained.change());
    return new Statement.Explain(position(context), context.ANALYZE() != null, statement);
  }

  @Override
  public Statement visitCreateTable(GabbroParser.CreateTableContext context) {
    return definitions.createTable(context);
  }

  @Override
  public Statement visitDropTable(GabbroParser.DropTableContext context) {
    return new Statement.DropTable(
        position(context), Names.tables(context.tableName()), context.ifExists() != null);
  }

  @Override
  public Statement visitAlterTable(GabbroParser.AlterTableContext context) {
    return new Statement.AlterTable(
        position(context),
        Names.table(context.tableName()),
        context.ifExists() != null,
        definitions.visit(context.alterAction()));
  }

  @Override
  public Statement visitTruncate(GabbroParser.TruncateContext context) {
    return new Statement.Truncate(position(context), Names.tables(context.tableName()));
  }

  @Override
  public Statement visitChangeStatement(GabbroParser.ChangeStatementContext context) {
    return changes.visit(context.change());
  }

  @Override
  public Statement visitBatch(GabbroParser.BatchContext context) {
    List<Statement> statements = new ArrayList<>();
    for (GabbroParser.ChangeContext change : context.change()) {
      statements.add(changes.visit(change));
    }
    return new Statement.Batch(position(context), statements);
  }

  @Override
  public Statement visitCopyTable(GabbroParser.CopyTableContext context) {
    return copies.table(context);
  }

  @Override
  public Statement visitCopyQuery(GabbroParser.CopyQueryContext context) {
    return copies.query(context);
  }

  @Override
  public Statement visitShowTables(GabbroParser.ShowTablesContext context) {
    return new Statement.ShowTables(position(context));
  }

  @Override
  public Statement visitShowColumns(GabbroParser.ShowColumnsContext context) {
    return new Statement.Describe(position(context), Names.table(context.tableName()));
  }

  @Override
  public Statement visitDescribe(GabbroParser.DescribeContext context) {
    return new Statement.Describe(position(context), Names.table(context.tableName()));
  }

  @Override
  public Statement visitShowColumnFamilies(GabbroParser.ShowColumnFamiliesContext context) {
    return new Statement.ShowColumnFamilies(position(context));
  }

  @Override
  public Statement visitShowCreateTable(GabbroParser.ShowCreateTableContext context) {
    return new Statement.ShowCreateTable(position(context), Names.table(context.tableName()));
  }

  @Override
  public Statement visitShowBackups(GabbroParser.ShowBackupsContext context) {
    return maintenance(
        context, new MaintenanceAction.ShowBackups(Strings.value(context.file().string())));
  }

  @Override
  public Statement visitCheckpoint(GabbroParser.CheckpointContext context) {
    return maintenance(context, new MaintenanceAction.Checkpoint());
  }

  @Override
  public Statement visitCheckDatabase(GabbroParser.CheckDatabaseContext context) {
    return maintenance(context, new MaintenanceAction.CheckDatabase(context.REPAIR() != null));
  }

  @Override
  public Statement visitBackup(GabbroParser.BackupContext context) {
    return maintenance(context, MaintenanceBuilder.backup(context));
  }

  @Override
  public Statement visitVerifyBackup(GabbroParser.VerifyBackupContext context) {
    return maintenance(context, MaintenanceBuilder.verify(context));
  }

  @Override
  public Statement visitRestore(GabbroParser.RestoreContext context) {
    return maintenance(context, MaintenanceBuilder.restore(context));
  }

  private static Statement maintenance(ParserRuleContext context, MaintenanceAction action) {
    return new Statement.Maintenance(position(context), action);
  }

  @Override
  public Statement visitShowAll(GabbroParser.ShowAllContext context) {
    return new Statement.ShowOption(position(context), Optional.empty());
  }

  @Override
  public Statement visitShowIsolation(GabbroParser.ShowIsolationContext context) {
    Identifier option =
        new Identifier(Tokens.position(context.TRANSACTION().getSymbol()), "transaction_isolation");
    return new Statement.ShowOption(position(context), Optional.of(option));
  }

  @Override
  public Statement visitShowOption(GabbroParser.ShowOptionContext context) {
    return new Statement.ShowOption(
        position(context), Optional.of(Names.identifier(context.optionName())));
  }

  @Override
  public Statement visitSetOption(GabbroParser.SetOptionContext context) {
    return new Statement.SetOption(
        position(context),
        Names.identifier(context.optionName()),
        Optional.ofNullable(context.optionValue()).map(OptionValues::text));
  }

  @Override
  public Statement visitSetTransaction(GabbroParser.SetTransactionContext context) {
    return TransactionBuilder.transaction(
        position(context), true, context.transactionModes().transactionMode());
  }

  @Override
  public Statement visitStartTransaction(GabbroParser.StartTransactionContext context) {
    return start(context, context.transactionModes());
  }

  @Override
  public Statement visitBegin(GabbroParser.BeginContext context) {
    return start(context, context.transactionModes());
  }

  private static Statement start(
      ParserRuleContext context, GabbroParser.TransactionModesContext modes) {
    return TransactionBuilder.transaction(
        position(context), false, modes == null ? List.of() : modes.transactionMode());
  }

  @Override
  public Statement visitCommit(GabbroParser.CommitContext context) {
    return new Statement.Commit(position(context));
  }

  @Override
  public Statement visitRollback(GabbroParser.RollbackContext context) {
    return new Statement.Rollback(position(context), Optional.empty());
  }

  @Override
  public Statement visitRollbackTo(GabbroParser.RollbackToContext context) {
    return new Statement.Rollback(
        position(context), Optional.of(Names.identifier(context.savepointName())));
  }

  @Override
  public Statement visitSavepoint(GabbroParser.SavepointContext context) {
    return new Statement.Savepoint(position(context), Names.identifier(context.savepointName()));
  }

  @Override
  public Statement visitRelease(GabbroParser.ReleaseContext context) {
    return new Statement.ReleaseSavepoint(
        position(context), Names.identifier(context.savepointName()));
  }
}
