package io.gabbro.parser;

import io.gabbro.ast.Identifier;
import io.gabbro.ast.IfLocked;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.RowLocking;
import io.gabbro.ast.Statement;
import io.gabbro.ast.StatementVisitor;
import java.util.List;
import java.util.stream.Collectors;

/** Writes statements. */
final class StatementFormatter implements StatementVisitor<Void> {
  private final StringBuilder out;
  private final QueryFormatter queries;
  private final ExpressionFormatter expressions;

  StatementFormatter(StringBuilder out) {
    this.out = out;
    this.expressions = new ExpressionFormatter(out);
    this.queries = new QueryFormatter(out, expressions);
  }

  private Void text(String text) {
    out.append(text);
    return null;
  }

  private static String tables(List<QualifiedName> names) {
    return names.stream().map(NameFormatter::name).collect(Collectors.joining(", "));
  }

  private void columns(List<Identifier> columns) {
    out.append(columns.isEmpty() ? "" : " (" + NameFormatter.names(columns) + ")");
  }

  @Override
  public Void visitQueryStatement(Statement.QueryStatement statement) {
    queries.query(statement.query());
    statement.locking().ifPresent(this::locking);
    return null;
  }

  private void locking(RowLocking locking) {
    out.append(" FOR ").append(locking.strength().name().replace('_', ' '));
    if (!locking.tables().isEmpty()) {
      out.append(" OF ").append(NameFormatter.names(locking.tables()));
    }
    if (locking.ifLocked() != IfLocked.WAIT) {
      out.append(' ').append(locking.ifLocked().name().replace('_', ' '));
    }
  }

  @Override
  public Void visitExplain(Statement.Explain statement) {
    out.append(statement.analyze() ? "EXPLAIN ANALYZE " : "EXPLAIN ");
    return statement.statement().accept(this);
  }

  @Override
  public Void visitCreateTable(Statement.CreateTable statement) {
    new DefinitionFormatter(out).createTable(statement);
    return null;
  }

  @Override
  public Void visitDropTable(Statement.DropTable statement) {
    return text(
        "DROP TABLE " + (statement.ifExists() ? "IF EXISTS " : "") + tables(statement.names()));
  }

  @Override
  public Void visitAlterTable(Statement.AlterTable statement) {
    out.append("ALTER TABLE ").append(statement.ifExists() ? "IF EXISTS " : "");
    out.append(NameFormatter.name(statement.name())).append(' ');
    new DefinitionFormatter(out).action(statement.action());
    return null;
  }

  @Override
  public Void visitTruncate(Statement.Truncate statement) {
    return text("TRUNCATE TABLE " + tables(statement.names()));
  }

  @Override
  public Void visitInsert(Statement.Insert statement) {
    out.append("INSERT INTO ").append(NameFormatter.name(statement.table()));
    columns(statement.columns());
    if (statement.source().isPresent()) {
      out.append(' ');
      queries.query(statement.source().get());
    } else {
      out.append(" DEFAULT VALUES");
    }
    queries.items(" RETURNING ", statement.returning());
    return null;
  }

  @Override
  public Void visitUpdate(Statement.Update statement) {
    out.append("UPDATE ").append(NameFormatter.name(statement.table()));
    queries.alias(statement.alias());
    String separator = " SET ";
    for (Statement.Update.Assignment assignment : statement.assignments()) {
      out.append(separator).append(NameFormatter.name(assignment.column())).append(" = ");
      expressions.expression(assignment.value());
      separator = ", ";
    }
    queries.clause(" WHERE ", statement.where());
    queries.items(" RETURNING ", statement.returning());
    return null;
  }

  @Override
  public Void visitDelete(Statement.Delete statement) {
    out.append("DELETE FROM ").append(NameFormatter.name(statement.table()));
    queries.alias(statement.alias());
    queries.clause(" WHERE ", statement.where());
    queries.items(" RETURNING ", statement.returning());
    return null;
  }

  @Override
  public Void visitBatch(Statement.Batch statement) {
    out.append("BEGIN BATCH ");
    for (Statement change : statement.statements()) {
      change.accept(this);
      out.append("; ");
    }
    return text("APPLY BATCH");
  }

  @Override
  public Void visitCopyFrom(Statement.CopyFrom statement) {
    out.append("COPY ").append(NameFormatter.name(statement.table()));
    columns(statement.columns());
    out.append(" FROM ").append(NameFormatter.string(statement.file()));
    return text(MaintenanceFormatter.options(statement.options()));
  }

  @Override
  public Void visitCopyTo(Statement.CopyTo statement) {
    out.append("COPY (");
    queries.query(statement.query());
    out.append(") TO ").append(NameFormatter.string(statement.file()));
    return text(MaintenanceFormatter.options(statement.options()));
  }

  @Override
  public Void visitShowTables(Statement.ShowTables statement) {
    return text("SHOW TABLES");
  }

  @Override
  public Void visitDescribe(Statement.Describe statement) {
    return text("DESCRIBE " + NameFormatter.name(statement.table()));
  }

  @Override
  public Void visitShowColumnFamilies(Statement.ShowColumnFamilies statement) {
    return text("SHOW COLUMN FAMILIES");
  }

  @Override
  public Void visitShowCreateTable(Statement.ShowCreateTable statement) {
    return text("SHOW CREATE TABLE " + NameFormatter.name(statement.table()));
  }

  @Override
  public Void visitShowOption(Statement.ShowOption statement) {
    return text("SHOW " + statement.option().map(StatementFormatter::shown).orElse("ALL"));
  }

  /** An option behind SHOW, where TABLES in particular means something else. */
  private static String shown(Identifier option) {
    String name = option.name();
    return name.equals("tables") ? NameFormatter.quoted(name) : NameFormatter.name(name);
  }

  @Override
  public Void visitSetOption(Statement.SetOption statement) {
    String value = statement.value().map(NameFormatter::string).orElse("DEFAULT");
    return text("SET " + NameFormatter.name(statement.option()) + " = " + value);
  }

  @Override
  public Void visitMaintenance(Statement.Maintenance statement) {
    return text(MaintenanceFormatter.format(statement.action()));
  }

  @Override
  public Void visitStartTransaction(Statement.StartTransaction statement) {
    out.append(statement.set() ? "SET TRANSACTION" : "START TRANSACTION");
    statement
        .isolationLevel()
        .ifPresent(level -> out.append(" ISOLATION LEVEL ").append(NameFormatter.upper(level)));
    statement.readOnly().ifPresent(only -> out.append(only ? " READ ONLY" : " READ WRITE"));
    return null;
  }

  @Override
  public Void visitCommit(Statement.Commit statement) {
    return text("COMMIT");
  }

  @Override
  public Void visitRollback(Statement.Rollback statement) {
    out.append("ROLLBACK");
    statement
        .savepoint()
        .ifPresent(name -> out.append(" TO SAVEPOINT ").append(NameFormatter.name(name)));
    return null;
  }

  @Override
  public Void visitSavepoint(Statement.Savepoint statement) {
    return text("SAVEPOINT " + NameFormatter.name(statement.name()));
  }

  @Override
  public Void visitReleaseSavepoint(Statement.ReleaseSavepoint statement) {
    return text("RELEASE SAVEPOINT " + NameFormatter.name(statement.name()));
  }
}
