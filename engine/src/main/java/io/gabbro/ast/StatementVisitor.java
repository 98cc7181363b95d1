package io.gabbro.ast;

/**
 * One method for each kind of {@link Statement}; a new kind makes the compiler list every visitor
 * that lacks it.
 *
 * @param <R> what a visit returns
 */
public interface StatementVisitor<R> {
  /** Visits a {@link Statement.QueryStatement}. */
  R visitQueryStatement(Statement.QueryStatement statement);

  /** Visits a {@link Statement.Explain}. */
  R visitExplain(Statement.Explain statement);

  /** Visits a {@link Statement.CreateTable}. */
  R visitCreateTable(Statement.CreateTable statement);

  /** Visits a {@link Statement.DropTable}. */
  R visitDropTable(Statement.DropTable statement);

  /** Visits a {@link Statement.AlterTable}. */
  R visitAlterTable(Statement.AlterTable statement);

  /** Visits a {@link Statement.Truncate}. */
  R visitTruncate(Statement.Truncate statement);

  /** Visits a {@link Statement.Insert}. */
  R visitInsert(Statement.Insert statement);

  /** Visits a {@link Statement.Update}. */
  R visitUpdate(Statement.Update statement);

  /** Visits a {@link Statement.Delete}. */
  R visitDelete(Statement.Delete statement);

  /** Visits a {@link Statement.Batch}. */
  R visitBatch(Statement.Batch statement);

  /** Visits a {@link Statement.CopyFrom}. */
  R visitCopyFrom(Statement.CopyFrom statement);

  /** Visits a {@link Statement.CopyTo}. */
  R visitCopyTo(Statement.CopyTo statement);

  /** Visits a {@link Statement.ShowTables}. */
  R visitShowTables(Statement.ShowTables statement);

  /** Visits a {@link Statement.Describe}. */
  R visitDescribe(Statement.Describe statement);

  /** Visits a {@link Statement.ShowCreateTable}. */
  R visitShowCreateTable(Statement.ShowCreateTable statement);

  /** Visits a {@link Statement.ShowColumnFamilies}. */
  R visitShowColumnFamilies(Statement.ShowColumnFamilies statement);

  /** Visits a {@link Statement.ShowOption}. */
  R visitShowOption(Statement.ShowOption statement);

  /** Visits a {@link Statement.SetOption}. */
  R visitSetOption(Statement.SetOption statement);

  /** Visits a {@link Statement.Maintenance}. */
  R visitMaintenance(Statement.Maintenance statement);

  /** Visits a {@link Statement.StartTransaction}. */
  R visitStartTransaction(Statement.StartTransaction statement);

  /** Visits a {@link Statement.Commit}. */
  R visitCommit(Statement.Commit statement);

  /** Visits a {@link Statement.Rollback}. */
  R visitRollback(Statement.Rollback statement);

  /** Visits a {@link Statement.Savepoint}. */
  R visitSavepoint(Statement.Savepoint statement);

  /** Visits a {@link Statement.ReleaseSavepoint}. */
  R visitReleaseSavepoint(Statement.ReleaseSavepoint statement);
}
