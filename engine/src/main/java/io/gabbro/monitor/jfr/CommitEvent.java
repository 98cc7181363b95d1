package io.gabbro.monitor.jfr;

import io.gabbro.monitor.CommitTrace;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A commit of a transaction. */
@Name("io.gabbro.Commit")
@Label("Commit")
@Category("Gabbro")
@Description("A commit that wrote something: its duration is the wait for the store")
final class CommitEvent extends Event implements CommitTrace {
  @Label("Session")
  long session;

  @Label("Bytes")
  @DataAmount
  long bytes;

  @Label("Durability")
  String durability;

  @Label("Succeeded")
  boolean succeeded;

  @Override
  public void end(long ofSession, int batchBytes, String level, boolean well) {
    end();
    if (shouldCommit()) {
      session = ofSession;
      bytes = batchBytes;
      durability = level;
      succeeded = well;
      commit();
    }
  }
}
