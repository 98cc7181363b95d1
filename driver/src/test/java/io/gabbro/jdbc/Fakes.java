package io.gabbro.jdbc;

import io.gabbro.config.Option;
import io.gabbro.execution.Cancellation;
import io.gabbro.session.Gabbro;
import io.gabbro.session.Result;
import io.gabbro.session.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/** An engine that does nothing, for tests of what the driver does by itself. */
final class Fakes {
  private Fakes() {}

  static GabbroConnection connection(String timeZone) {
    return new GabbroConnection(database(), session(timeZone), "jdbc:gabbro:mem:");
  }

  static GabbroResultSet open(GabbroConnection connection, Result.Rows rows, long maxRows) {
    GabbroResultSet result =
        new GabbroResultSet(
            connection,
            null,
            new ResultShape(rows.columns(), connection.zone()),
            rows,
            new ResultLimits(maxRows, 0, 0),
            new Cancellation());
    connection.remember(result);
    return result;
  }

  private static Gabbro database() {
    return fake(Gabbro.class, (method, arguments) -> null);
  }

  private static Session session(String timeZone) {
    return fake(
        Session.class,
        (method, arguments) ->
            switch (method) {
              case "option" -> arguments[0] == Option.TIME_ZONE ? timeZone : "";
              case "takeWarnings" -> List.of();
              case "isAutoCommit" -> true;
              case "isClosed", "inTransaction", "isReadOnly" -> false;
              default -> null;
            });
  }

  /** Answers calls by the name of their method. */
  interface Answers {
    Object answer(String method, Object[] arguments);
  }

  static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : answers.answer(method.getName(), arguments)));
  }
}
