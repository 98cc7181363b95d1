package io.gabbro.sqlline;

import io.gabbro.jdbc.GabbroDriver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sqlline.Application;
import sqlline.BuiltInProperty;
import sqlline.CommandHandler;
import sqlline.PromptHandler;
import sqlline.SqlLine;
import sqlline.SqlLineOpts;

/** What sqlline is for Gabbro: its title, driver, properties, prompt and commands. */
public final class GabbroApplication extends Application {
  /** The widest that a column is drawn, in characters. */
  private static final int MAX_COLUMN_WIDTH = 60;

  /** Made by sqlline, which is told the name of this class. */
  public GabbroApplication() {}

  @Override
  public String getInfoMessage() {
    GabbroDriver driver = new GabbroDriver();
    return "Gabbro "
        + driver.getMajorVersion()
        + "."
        + driver.getMinorVersion()
        + ". Statements end with ;  !help helps.";
  }

  @Override
  public List<String> allowedDrivers() {
    return List.of("io.gabbro.jdbc.GabbroDriver");
  }

  @Override
  public Collection<String> getConnectionUrlExamples() {
    return List.of("jdbc:gabbro:/path/to/directory", "jdbc:gabbro:mem:");
  }

  @Override
  public SqlLineOpts getOpts(SqlLine sqlLine) {
    SqlLineOpts options = super.getOpts(sqlLine);
    options.set(BuiltInProperty.ISOLATION, "TRANSACTION_READ_COMMITTED");
    options.set(BuiltInProperty.FAST_CONNECT, false);
    options.set(BuiltInProperty.MAX_COLUMN_WIDTH, MAX_COLUMN_WIDTH);
    options.set(BuiltInProperty.CSV_QUOTE_CHARACTER, '"');
    options.set(BuiltInProperty.NULL_VALUE, "NULL");
    options.set(BuiltInProperty.HEADER_INTERVAL, -1);
    if (sqlLine instanceof ShellLine shell) {
      shell.configure(options);
    }
    return options;
  }

  @Override
  public PromptHandler getPromptHandler(SqlLine sqlLine) {
    return new GabbroPrompt(sqlLine);
  }

  @Override
  public Collection<CommandHandler> getCommandHandlers(SqlLine sqlLine) {
    List<CommandHandler> handlers = new ArrayList<>(super.getCommandHandlers(sqlLine));
    handlers.add(new ScriptCommand(sqlLine));
    return handlers;
  }
}
