package io.gabbro.monitor;

import java.util.List;
import java.util.function.Supplier;
import javax.management.JMException;

/**
 * Registers the MBeans of databases. A runtime without module {@code java.management}, or a policy
 * that forbids it, only means that there is none.
 */
public final class Beans {
  private Beans() {}

  /**
   * Registers the MBean of a database.
   *
   * @param metrics computes the figures; called from any thread until the bean is taken away
   * @return takes the bean away; never fails
   */
  public static Runnable register(String location, Supplier<List<Metric>> metrics) {
    if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
      return () -> {};
    }
    try {
      return DatabaseBean.register(location, metrics);
    } catch (JMException | RuntimeException e) {
      System.getLogger("io.gabbro").log(System.Logger.Level.DEBUG, "the database gets no MBean", e);
      return () -> {};
    }
  }
}
