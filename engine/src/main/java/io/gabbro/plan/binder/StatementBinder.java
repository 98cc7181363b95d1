package io.gabbro.plan.binder;

import io.gabbro.ast.Statement;
import io.gabbro.ast.StatementVisitor;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.plan.BoundStatement;
import java.util.List;

/** Binds each kind of statement; those without a plan stay as they are. */
final class StatementBinder implements StatementVisitor<BoundStatement> {
  private final BindingContext context;

  StatementBinder(BindingContext context) {
    this.context = context;
  }

  @Override
  public BoundStatement visitQueryStatement(Statement.QueryStatement statement) {
    if (statement.locking().isPresent()) {
      return new LockRowsBinder(context).bind(statement.query(), statement.locking().get());
    }
    return new BoundStatement.Query(new QueryBinder(context).bind(statement.query(), List.of()));
  }

  @Override
  public BoundStatement visitExplain(Statement.Explain statement) {
    BoundStatement explained = statement.statement().accept(this);
    boolean hasPlan =
        explained instanceof BoundStatement.Query
            || explained instanceof BoundStatement.LockRows
            || explained instanceof BoundStatement.Insert
            || explained instanceof BoundStatement.Update
            || explained instanceof BoundStatement.Delete
            || explained instanceof BoundStatement.CopyTo;
    if (!hasPlan) {
      throw GabbroException.at(
          statement.statement().position(),
          ErrorCode.UNSUPPORTED,
          "EXPLAIN of a statement other than a query, INSERT, UPDATE, DELETE and COPY TO");
    }
    return new BoundStatement.Explain(statement.analyze(), explained);
  }

  @Override
  public BoundStatement visitInsert(Statement.Insert statement) {
    return new InsertBinder(context).bind(statement);
  }

  @Override
  public BoundStatement visitUpdate(Statement.Update statement) {
    return new UpdateBinder(context).bind(statement);
  }

  @Override
  public BoundStatement visitDelete(Statement.Delete statement) {
    return new DeleteBinder(context).bind(statement);
  }

  @Override
  public BoundStatement visitBatch(Statement.Batch statement) {
    return new BoundStatement.Batch(
        statement.statements().stream().map(inner -> inner.accept(this)).toList());
  }

  @Override
  public BoundStatement visitCopyFrom(Statement.CopyFrom statement) {
    return new CopyBinder(context).bind(statement);
  }

  @Override
  public BoundStatement visitCopyTo(Statement.CopyTo statement) {
    return new BoundStatement.CopyTo(
        statement, new QueryBinder(context).bind(statement.query(), List.of()));
  }

  @Override
  public BoundStatement visitCreateTable(Statement.CreateTable statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitDropTable(Statement.DropTable statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitAlterTable(Statement.AlterTable statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitTruncate(Statement.Truncate statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitShowTables(Statement.ShowTables statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitDescribe(Statement.Describe statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitShowColumnFamilies(Statement.ShowColumnFamilies statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitShowCreateTable(Statement.ShowCreateTable statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitShowOption(Statement.ShowOption statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitSetOption(Statement.SetOption statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitMaintenance(Statement.Maintenance statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitStartTransaction(Statement.StartTransaction statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitCommit(Statement.Commit statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitRollback(Statement.Rollback statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitSavepoint(Statement.Savepoint statement) {
    return new BoundStatement.Utility(statement);
  }

  @Override
  public BoundStatement visitReleaseSavepoint(Statement.ReleaseSavepoint statement) {
    return new BoundStatement.Utility(statement);
  }
}
