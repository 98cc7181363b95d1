package io.gabbro.jdbc;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.session.Session;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The time zone of a session, as it is now: {@code SET time_zone} may change it at any time. */
final class SessionZone implements Supplier<ZoneId> {
  private final Session session;
  private volatile Known known = new Known("", null);

  /** A zone and the value of the option that names it. */
  private record Known(String option, ZoneId zone) {}

  SessionZone(Session session) {
    this.session = session;
  }

  @Override
  public ZoneId get() {
    String option = session.option(Option.TIME_ZONE);
    Known last = known;
    if (!last.option.equals(option)) {
      DatabaseOptions options = DatabaseOptions.defaults().with(Option.TIME_ZONE, option);
      last = new Known(option, options.zone(Option.TIME_ZONE));
      known = last;
    }
    return last.zone;
  }
}
