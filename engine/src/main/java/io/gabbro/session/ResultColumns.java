package io.gabbro.session;

import io.gabbro.ast.MaintenanceAction;
import io.gabbro.ast.Statement;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of the result of each kind of statement. */
final class ResultColumns {
  /** What EXPLAIN gives. */
  static final List<ResultColumn> EXPLAIN = List.of(text("plan"));

  /** What SHOW TABLES gives. */
  static final List<ResultColumn> TABLES =
      List.of(text("schema"), text("name"), text("type"), text("columns"));

  /** What DESCRIBE gives. */
  static final List<ResultColumn> DESCRIBE =
      List.of(text("column"), text("type"), text("nullable"), text("default"), text("key"));

  /** What SHOW COLUMN FAMILIES gives. */
  static final List<ResultColumn> COLUMN_FAMILIES =
      List.of(text("name"), text("keys"), text("bytes"), text("tables"), text("problem"));

  /** What SHOW CREATE TABLE gives. */
  static final List<ResultColumn> CREATE_TABLE = List.of(text("statement"));

  /** What SHOW option gives. */
  static final List<ResultColumn> OPTIONS =
      List.of(text("name"), text("value"), text("default"), text("meaning"));

  /** What BACKUP, VERIFY BACKUP and RESTORE give. */
  static final List<ResultColumn> BACKUP =
      List.of(
          column("id", SqlType.INTEGER),
          column("time", SqlType.TIMESTAMP_WITH_TIME_ZONE),
          column("bytes", SqlType.BIGINT),
          column("files", SqlType.INTEGER));

  /** What SHOW BACKUPS gives. */
  static final List<ResultColumn> BACKUPS =
      Stream.concat(BACKUP.stream(), Stream.of(text("problem"))).toList();

  /** What CHECK DATABASE gives. */
  static final List<ResultColumn> CHECK =
      List.of(
          text("object"),
          text("kind"),
          column("entries", SqlType.BIGINT),
          column("bytes", SqlType.BIGINT),
          text("problems"));

  private ResultColumns() {}

  /** The columns of a statement's result; empty when it has none. */
  static List<ResultColumn> of(BoundStatement statement) {
    if (statement instanceof BoundStatement.Query query) {
      return ofPlan(query.plan());
    } else if (statement instanceof BoundStatement.Insert insert) {
      return ofReturning(insert.returning());
    } else if (statement instanceof BoundStatement.Update update) {
      return ofReturning(update.returning());
    } else if (statement instanceof BoundStatement.Delete delete) {
      return ofReturning(delete.returning());
    } else if (statement instanceof BoundStatement.LockRows lock) {
      return ofReturning(Optional.of(lock.result()));
    } else if (statement instanceof BoundStatement.Explain) {
      return EXPLAIN;
    } else if (statement instanceof BoundStatement.Utility utility) {
      return ofUtility(utility.statement());
    }
    return List.of();
  }

  private static List<ResultColumn> ofUtility(Statement statement) {
    if (statement instanceof Statement.ShowTables) {
      return TABLES;
    } else if (statement instanceof Statement.Describe) {
      return DESCRIBE;
    } else if (statement instanceof Statement.ShowColumnFamilies) {
      return COLUMN_FAMILIES;
    } else if (statement instanceof Statement.ShowCreateTable) {
      return CREATE_TABLE;
    } else if (statement instanceof Statement.ShowOption) {
      return OPTIONS;
    } else if (statement instanceof Statement.Maintenance maintenance) {
      return ofMaintenance(maintenance.action());
    }
    return List.of();
  }

  private static List<ResultColumn> ofMaintenance(MaintenanceAction action) {
    if (action instanceof MaintenanceAction.Checkpoint) {
      return List.of();
    } else if (action instanceof MaintenanceAction.CheckDatabase) {
      return CHECK;
    }
    return action instanceof MaintenanceAction.ShowBackups ? BACKUPS : BACKUP;
  }

  private static List<ResultColumn> ofPlan(LogicalPlan plan) {
    return plan.output().stream().map(ResultColumns::ofColumn).toList();
  }

  private static List<ResultColumn> ofReturning(Optional<BoundStatement.Returning> returning) {
    return returning.map(BoundStatement.Returning::projections).orElse(List.of()).stream()
        .map(projection -> ofColumn(projection.output()))
        .toList();
  }

  private static ResultColumn ofColumn(PlanColumn column) {
    return new ResultColumn(
        column.name(),
        column.type(),
        column.nullable(),
        column.origin().map(PlanColumn.Origin::table),
        column.origin().map(PlanColumn.Origin::column));
  }

  private static ResultColumn text(String label) {
    return column(label, SqlType.TEXT);
  }

  private static ResultColumn column(String label, SqlType type) {
    return new ResultColumn(label, type, true, Optional.empty(), Optional.empty());
  }
}
