package io.gabbro.parser;

import io.gabbro.ast.AlterAction;
import io.gabbro.ast.ColumnDefinition;
import io.gabbro.ast.ColumnSource;
import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.IfLocked;
import io.gabbro.ast.KeyColumn;
import io.gabbro.ast.MaintenanceAction;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.Query;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.RowLocking;
import io.gabbro.ast.SelectItem;
import io.gabbro.ast.Statement;
import io.gabbro.ast.StatementOption;
import io.gabbro.ast.TableExpression;
import io.gabbro.ast.TableMapping;
import io.gabbro.error.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes random statements of every kind, such as the parser makes. */
final class RandomStatements {
  private static final SourcePosition START = SourcePosition.START;

  private static final List<String> LEVELS =
      List.of("serializable", "repeatable read", "read committed", "read uncommitted");

  private final RandomExpressions random;

  RandomStatements(Random random) {
    this.random = new RandomExpressions(random);
  }

  Statement statement() {
    random.restart();
    return switch (random.upTo(20)) {
      case 0, 1, 2, 3 -> queryStatement();
      case 4 ->
          new Statement.Explain(START, random.flip(), random.flip() ? change() : queryStatement());
      case 5 -> createTable();
      case 6 -> new Statement.DropTable(START, random.list(1, this::table), random.flip());
      case 7 -> new Statement.AlterTable(START, table(), random.flip(), alterAction());
      case 8 -> new Statement.Truncate(START, random.list(1, this::table));
      case 9, 10, 11 -> change();
      case 12 -> new Statement.Batch(START, random.list(1, this::change));
      case 13 -> copy();
      case 14 -> new Statement.SetOption(START, random.name(), random.maybe(random::string));
      case 15 -> transaction();
      case 16 -> new Statement.Maintenance(START, maintenance());
      default -> smallStatement();
    };
  }

  private Statement smallStatement() {
    return switch (random.upTo(8)) {
      case 0 -> new Statement.ShowTables(START);
      case 1 -> new Statement.Describe(START, table());
      case 2 ->
          random.flip()
              ? new Statement.ShowCreateTable(START, table())
              : new Statement.ShowColumnFamilies(START);
      case 3 -> new Statement.ShowOption(START, random.maybe(random::name));
      case 4 -> new Statement.Commit(START);
      case 5 -> new Statement.Rollback(START, random.maybe(random::name));
      case 6 -> new Statement.Savepoint(START, random.name());
      default -> new Statement.ReleaseSavepoint(START, random.name());
    };
  }

  private MaintenanceAction maintenance() {
    return switch (random.upTo(6)) {
      case 0 -> new MaintenanceAction.Checkpoint();
      case 1 -> new MaintenanceAction.CheckDatabase(random.flip());
      case 2 -> new MaintenanceAction.Backup(random.string(), options());
      case 3 -> new MaintenanceAction.ShowBackups(random.string());
      case 4 ->
          new MaintenanceAction.VerifyBackup(random.maybe(() -> random.upTo(100)), random.string());
      default ->
          new MaintenanceAction.Restore(
              random.maybe(() -> random.upTo(100)), random.string(), random.string());
    };
  }

  private Statement transaction() {
    Optional<String> level = random.maybe(() -> random.pick(LEVELS));
    Optional<Boolean> readOnly = random.maybe(random::flip);
    boolean set = (level.isPresent() || readOnly.isPresent()) && random.flip();
    return new Statement.StartTransaction(START, set, level, readOnly);
  }

  private Expression expression() {
    return random.expression(random.upTo(4));
  }

  private QualifiedName table() {
    return new QualifiedName(random.maybe(random::name), random.name());
  }

  private Statement queryStatement() {
    return new Statement.QueryStatement(START, query(2), random.maybe(this::locking));
  }

  private RowLocking locking() {
    return new RowLocking(
        START,
        random.pick(List.of(RowLocking.Strength.values())),
        random.list(0, random::name),
        random.pick(List.of(IfLocked.values())));
  }

  private Query query(int depth) {
    QueryBody body = random.upTo(3) == 0 ? values(false) : select(depth);
    return new Query(
        START,
        body,
        random.list(0, () -> random.sortItem(this::expression)),
        random.maybe(this::expression),
        random.maybe(this::expression));
  }

  private QueryBody select(int depth) {
    return new QueryBody.Select(
        START,
        random.flip(),
        random.list(1, this::selectItem),
        random.maybe(() -> from(depth)),
        random.maybe(this::expression),
        random.list(0, this::expression),
        random.maybe(this::expression));
  }

  private SelectItem selectItem() {
    return random.upTo(3) == 0
        ? new SelectItem.AllColumns(START, random.maybe(random::name))
        : new SelectItem.Column(START, expression(), random.maybe(random::name));
  }

  private TableExpression from(int depth) {
    if (depth == 0 || random.flip()) {
      return new TableExpression.TableName(START, table(), random.maybe(random::name));
    }
    Query query = query(depth - 1);
    Optional<Identifier> alias = random.maybe(random::name);
    List<Identifier> columns = alias.isEmpty() ? List.of() : random.list(0, random::name);
    return new TableExpression.DerivedTable(START, query, alias, columns);
  }

  private QueryBody values(boolean defaults) {
    int width = 1 + random.upTo(2);
    return new QueryBody.Values(START, random.list(1, () -> row(width, defaults)));
  }

  private List<Expression> row(int width, boolean defaults) {
    Expression[] row = new Expression[width];
    for (int i = 0; i < width; i++) {
      row[i] = value(defaults);
    }
    return List.of(row);
  }

  private Expression value(boolean defaults) {
    return defaults && random.flip() ? new Expression.DefaultValue(START) : expression();
  }

  private Statement change() {
    return switch (random.upTo(2)) {
      case 0 ->
          new Statement.Insert(
              START,
              table(),
              random.list(0, random::name),
              random.maybe(this::insertSource),
              random.list(0, this::selectItem));
      case 1 ->
          new Statement.Update(
              START,
              table(),
              random.maybe(random::name),
              random.list(1, () -> new Statement.Update.Assignment(random.name(), value(true))),
              random.maybe(this::expression),
              random.list(0, this::selectItem));
      default ->
          new Statement.Delete(
              START,
              table(),
              random.maybe(random::name),
              random.maybe(this::expression),
              random.list(0, this::selectItem));
    };
  }

  private Query insertSource() {
    if (random.flip()) {
      return query(1);
    }
    return new Query(START, values(true), List.of(), Optional.empty(), Optional.empty());
  }

  private Statement createTable() {
    List<KeyColumn> key = random.list(0, () -> new KeyColumn(random.name(), random.flip()));
    List<ColumnDefinition> columns = random.list(1, () -> column(false));
    Optional<TableMapping> mapping = random.maybe(this::mapping);
    boolean bare = mapping.isPresent() && random.flip();
    return new Statement.CreateTable(
        START, table(), random.flip(), bare ? List.of() : columns, bare ? List.of() : key, mapping);
  }

  private TableMapping mapping() {
    return new TableMapping(
        random.name(),
        random.list(0, () -> new StatementOption(random.name(), Optional.of(random.string()))));
  }

  private ColumnSource source() {
    return random.flip()
        ? new ColumnSource(Optional.of(random.string()), Optional.empty(), false)
        : new ColumnSource(Optional.empty(), Optional.of(random.upTo(100)), random.flip());
  }

  private ColumnDefinition column(boolean primaryKey) {
    return new ColumnDefinition(
        START,
        random.name(),
        random.type(),
        random.maybe(this::source),
        random.flip(),
        primaryKey,
        random.maybe(this::expression));
  }

  private AlterAction alterAction() {
    return switch (random.upTo(3)) {
      case 0 -> new AlterAction.AddColumn(START, column(random.flip()), random.flip());
      case 1 -> new AlterAction.DropColumn(START, random.name(), random.flip());
      case 2 -> new AlterAction.RenameColumn(START, random.name(), random.name());
      default -> new AlterAction.RenameTable(START, random.name());
    };
  }

  private Statement copy() {
    List<StatementOption> options = options();
    return random.flip()
        ? new Statement.CopyTo(START, query(1), random.string(), options)
        : new Statement.CopyFrom(
            START, table(), random.list(0, random::name), random.string(), options);
  }

  private List<StatementOption> options() {
    return random.list(0, () -> new StatementOption(random.name(), random.maybe(random::string)));
  }
}
