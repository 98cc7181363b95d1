package io.gabbro.sqlline;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import sqlline.BuiltInProperty;
import sqlline.SqlLine;
import sqlline.SqlLineOpts;

/** A run of sqlline, with what the command line says of it. */
final class ShellLine extends SqlLine {
  /** Results of scripts are not cut to a screen. */
  private static final int SCRIPT_WIDTH = 10_000;

  private static final String STATEMENT_CLOSED =
      new GabbroException(ErrorCode.CLOSED, "the statement").getMessage();

  private final boolean silent;
  private final List<String> properties;
  private boolean scriptFailed;
  private LineReader reader;

  /**
   * A run.
   *
   * @param silent whether only results and errors are shown
   * @param properties of the form {@code --name=value}
   */
  ShellLine(boolean silent, List<String> properties) {
    this.silent = silent;
    this.properties = List.copyOf(properties);
  }

  @Override
  public LineReader getConsoleReader(InputStream input, History history) throws IOException {
    reader = super.getConsoleReader(input, history);
    return reader;
  }

  /** Applies the command line to the properties of sqlline. */
  void configure(SqlLineOpts options) {
    if (silent) {
      options.set(BuiltInProperty.SILENT, true);
      options.set(BuiltInProperty.MAX_WIDTH, SCRIPT_WIDTH);
    } else if (reader != null && reader.getTerminal().getWidth() > 0) {
      options.set(BuiltInProperty.MAX_WIDTH, reader.getTerminal().getWidth());
    }
    for (String property : properties) {
      int equals = property.indexOf('=');
      String name = property.substring(2, equals < 0 ? property.length() : equals);
      options.set(name, equals < 0 ? "true" : property.substring(equals + 1));
    }
  }

  /**
   * Tells an error, but not that the statement before is closed already, which is what Ctrl-C at
   * the prompt tries to cancel.
   */
  @Override
  public void handleException(Throwable e) {
    if (!(e instanceof SQLException error && error.getMessage().equals(STATEMENT_CLOSED))) {
      super.handleException(e);
    }
  }

  /** Notes that a statement of a script failed. */
  void noteFailure() {
    scriptFailed = true;
  }

  /** Whether a statement of a script failed. */
  boolean hasFailed() {
    return scriptFailed;
  }
}
