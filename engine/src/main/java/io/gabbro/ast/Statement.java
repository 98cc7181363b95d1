package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.List;
import java.util.Optional;

/** A statement as written. */
public sealed interface Statement {
  /** Where it starts. */
  SourcePosition position();

  /** Calls the method of {@code visitor} for this kind of statement. */
  <R> R accept(StatementVisitor<R> visitor);

  /** A query, SELECT or VALUES, and how it locks the rows that it yields. */
  record QueryStatement(SourcePosition position, Query query, Optional<RowLocking> locking)
      implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitQueryStatement(this);
    }
  }

  /** {@code EXPLAIN [ANALYZE] statement}. */
  record Explain(SourcePosition position, boolean analyze, Statement statement)
      implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitExplain(this);
    }
  }

  /**
   * {@code CREATE TABLE [IF NOT EXISTS] name (columns, PRIMARY KEY (…))}. {@code primaryKey} is the
   * table constraint, empty where none was written; the parser refuses two of them, and one beside
   * a column's PRIMARY KEY.
   */
  record CreateTable(
      SourcePosition position,
      QualifiedName name,
      boolean ifNotExists,
      List<ColumnDefinition> columns,
      List<KeyColumn> primaryKey,
      Optional<TableMapping> mapping)
      implements Statement {
    /** Copies the lists. */
    public CreateTable {
      columns = List.copyOf(columns);
      primaryKey = List.copyOf(primaryKey);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitCreateTable(this);
    }
  }

  /** {@code DROP TABLE [IF EXISTS] a, b}. */
  record DropTable(SourcePosition position, List<QualifiedName> names, boolean ifExists)
      implements Statement {
    /** Copies the list. */
    public DropTable {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitDropTable(this);
    }
  }

  /** {@code ALTER TABLE [IF EXISTS] name action}. */
  record AlterTable(
      SourcePosition position, QualifiedName name, boolean ifExists, AlterAction action)
      implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitAlterTable(this);
    }
  }

  /** {@code TRUNCATE [TABLE] a, b}. */
  record Truncate(SourcePosition position, List<QualifiedName> names) implements Statement {
    /** Copies the list. */
    public Truncate {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitTruncate(this);
    }
  }

  /**
   * {@code INSERT INTO table [(columns)] source [RETURNING items]}.
   *
   * @param position where it starts
   * @param table the table
   * @param columns the column list, empty where none was written
   * @param source a query (most often VALUES, whose rows may hold DEFAULT), or empty for DEFAULT
   *     VALUES
   * @param returning the items of RETURNING, empty where none was written
   */
  record Insert(
      SourcePosition position,
      QualifiedName table,
      List<Identifier> columns,
      Optional<Query> source,
      List<SelectItem> returning)
      implements Statement {
    /** Copies the lists. */
    public Insert {
      columns = List.copyOf(columns);
      returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitInsert(this);
    }
  }

  /** {@code UPDATE table [AS alias] SET a = x, … [WHERE …] [RETURNING …]}. */
  record Update(
      SourcePosition position,
      QualifiedName table,
      Optional<Identifier> alias,
      List<Assignment> assignments,
      Optional<Expression> where,
      List<SelectItem> returning)
      implements Statement {
    /** Copies the lists. */
    public Update {
      assignments = List.copyOf(assignments);
      returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitUpdate(this);
    }

    /** {@code column = value}. */
    public record Assignment(Identifier column, Expression value) {}
  }

  /** {@code DELETE FROM table [AS alias] [WHERE …] [RETURNING …]}. */
  record Delete(
      SourcePosition position,
      QualifiedName table,
      Optional<Identifier> alias,
      Optional<Expression> where,
      List<SelectItem> returning)
      implements Statement {
    /** Copies the list. */
    public Delete {
      returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitDelete(this);
    }
  }

  /** {@code BEGIN BATCH statement; … APPLY BATCH}: INSERT, UPDATE and DELETE only. */
  record Batch(SourcePosition position, List<Statement> statements) implements Statement {
    /** Copies the list. */
    public Batch {
      statements = List.copyOf(statements);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitBatch(this);
    }
  }

  /** {@code COPY table [(columns)] FROM 'file' [WITH (…)]}. */
  record CopyFrom(
      SourcePosition position,
      QualifiedName table,
      List<Identifier> columns,
      String file,
      List<StatementOption> options)
      implements Statement {
    /** Copies the lists. */
    public CopyFrom {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitCopyFrom(this);
    }
  }

  /**
   * {@code COPY (query) TO 'file' [WITH (…)]}; {@code COPY table [(columns)] TO …} is parsed as the
   * query that selects those columns.
   */
  record CopyTo(SourcePosition position, Query query, String file, List<StatementOption> options)
      implements Statement {
    /** Copies the list. */
    public CopyTo {
      options = List.copyOf(options);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitCopyTo(this);
    }
  }

  /** {@code SHOW TABLES}. */
  record ShowTables(SourcePosition position) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitShowTables(this);
    }
  }

  /** {@code DESCRIBE table}, {@code DESC table}, {@code SHOW COLUMNS FROM table}. */
  record Describe(SourcePosition position, QualifiedName table) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitDescribe(this);
    }
  }

  /** {@code SHOW COLUMN FAMILIES}. */
  record ShowColumnFamilies(SourcePosition position) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitShowColumnFamilies(this);
    }
  }

  /** {@code SHOW CREATE TABLE table}. */
  record ShowCreateTable(SourcePosition position, QualifiedName table) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitShowCreateTable(this);
    }
  }

  /** {@code SHOW option} or {@code SHOW ALL}, where {@code option} is empty. */
  record ShowOption(SourcePosition position, Optional<Identifier> option) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitShowOption(this);
    }
  }

  /** {@code SET option = value} or {@code SET option TO DEFAULT}, where {@code value} is empty. */
  record SetOption(SourcePosition position, Identifier option, Optional<String> value)
      implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitSetOption(this);
    }
  }

  /** A statement that serves the database as a whole: CHECKPOINT, BACKUP, CHECK DATABASE, …. */
  record Maintenance(SourcePosition position, MaintenanceAction action) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitMaintenance(this);
    }
  }

  /**
   * {@code BEGIN}, {@code START TRANSACTION [ISOLATION LEVEL …] [READ ONLY | READ WRITE]} or {@code
   * SET TRANSACTION …}, where {@code set} is true. {@code isolationLevel} is in lower case with one
   * space between the words: {@code read committed}.
   */
  record StartTransaction(
      SourcePosition position,
      boolean set,
      Optional<String> isolationLevel,
      Optional<Boolean> readOnly)
      implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitStartTransaction(this);
    }
  }

  /** {@code COMMIT [WORK | TRANSACTION]} or {@code END}. */
  record Commit(SourcePosition position) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitCommit(this);
    }
  }

  /** {@code ROLLBACK [TO [SAVEPOINT] savepoint]}. */
  record Rollback(SourcePosition position, Optional<Identifier> savepoint) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitRollback(this);
    }
  }

  /** {@code SAVEPOINT name}. */
  record Savepoint(SourcePosition position, Identifier name) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitSavepoint(this);
    }
  }

  /** {@code RELEASE [SAVEPOINT] name}. */
  record ReleaseSavepoint(SourcePosition position, Identifier name) implements Statement {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.visitReleaseSavepoint(this);
    }
  }
}
