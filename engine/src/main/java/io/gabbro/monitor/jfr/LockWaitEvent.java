package io.gabbro.monitor.jfr;

import io.gabbro.monitor.LockWaitTrace;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A wait for a row lock. */
@Name("io.gabbro.LockWait")
@Label("Lock Wait")
@Category("Gabbro")
@Description("A wait for a row lock of another transaction")
final class LockWaitEvent extends Event implements LockWaitTrace {
  @Label("Session")
  long session;

  @Label("Holder")
  long holder;

  @Label("Table")
  String table;

  @Label("Acquired")
  boolean acquired;

  @Override
  public void end(long ofSession, long ofHolder, String ofTable, boolean got) {
    end();
    if (shouldCommit()) {
      session = ofSession;
      holder = ofHolder;
      table = ofTable;
      acquired = got;
      commit();
    }
  }
}
