package io.gabbro.monitor;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The MBean of an open database, {@code io.gabbro:type=Database,location="…"}: an attribute a
 * figure, {@code statements_executed} as {@code StatementsExecuted}, read-only. A second database
 * of the same location gets the key {@code instance} with a number.
 */
final class DatabaseBean implements DynamicMBean {
  private static final int MAX_INSTANCES = 1_000;

  private final Supplier<List<Metric>> metrics;

  private DatabaseBean(Supplier<List<Metric>> metrics) {
    this.metrics = metrics;
  }

  /** Registers a bean; what the result runs takes it away again. */
  static Runnable register(String location, Supplier<List<Metric>> metrics) throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    DatabaseBean bean = new DatabaseBean(metrics);
    String name = "io.gabbro:type=Database,location=" + ObjectName.quote(location);
    for (int instance = 1; ; instance++) {
      ObjectName attempt = new ObjectName(instance == 1 ? name : name + ",instance=" + instance);
      try {
        server.registerMBean(bean, attempt);
        return () -> unregister(server, attempt);
      } catch (InstanceAlreadyExistsException e) {
        if (instance == MAX_INSTANCES) {
          throw e;
        }
      }
    }
  }

  private static void unregister(MBeanServer server, ObjectName name) {
    try {
      server.unregisterMBean(name);
    } catch (JMException e) {
      // Somebody else has taken it away.
    }
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    for (Metric metric : metrics.get()) {
      if (attributeName(metric).equals(attribute)) {
        return metric.value();
      }
    }
    throw new AttributeNotFoundException(attribute);
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    List<String> wanted = List.of(attributes);
    AttributeList found = new AttributeList();
    for (Metric metric : metrics.get()) {
      if (wanted.contains(attributeName(metric))) {
        found.add(new Attribute(attributeName(metric), metric.value()));
      }
    }
    return found;
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException(attribute.getName() + " is read-only");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String action, Object[] arguments, String[] signature) {
    throw new UnsupportedOperationException(action);
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    List<MBeanAttributeInfo> attributes = new ArrayList<>();
    for (Metric metric : metrics.get()) {
      attributes.add(
          new MBeanAttributeInfo(
              attributeName(metric),
              "long",
              metric.description() + " (" + metric.unit() + ")",
              true,
              false,
              false));
    }
    return new MBeanInfo(
        DatabaseBean.class.getName(),
        "An open Gabbro database",
        attributes.toArray(MBeanAttributeInfo[]::new),
        null,
        null,
        null);
  }

  private static String attributeName(Metric metric) {
    StringBuilder name = new StringBuilder();
    for (String word : metric.name().split("_", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }
}
