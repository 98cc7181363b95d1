package io.gabbro.monitor.jfr;

import io.gabbro.monitor.Outcome;
import io.gabbro.monitor.SqlText;
import io.gabbro.monitor.StatementTrace;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

/** An execution of a statement. */
@Name("io.gabbro.Statement")
@Label("Statement")
@Category("Gabbro")
@Description("An execution of a SQL statement, until its result is closed")
final class StatementEvent extends Event implements StatementTrace {
  @Label("Session")
  long session;

  @Label("SQL")
  String sql;

  @Label("Rows")
  long rows;

  @Label("Work")
  @Timespan(Timespan.NANOSECONDS)
  long work;

  @Label("Outcome")
  String outcome;

  @Override
  public void end(long ofSession, String text, long rowCount, long nanos, Outcome how) {
    end();
    if (shouldCommit()) {
      session = ofSession;
      sql = SqlText.shorten(text);
      rows = rowCount;
      work = nanos;
      outcome = how.name();
      commit();
    }
  }
}
