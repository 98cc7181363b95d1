package io.gabbro.session;

import io.gabbro.monitor.Metric;
import io.gabbro.type.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The planned statements that were used last, shared by all sessions of a database. Thread-safe.
 */
final class PlanCache {
  private static final int CAPACITY = 512;
  private static final int MAX_TEXT = 16_384;

  private long hits;
  private long misses;
  private final Map<Key, PlannedStatement> statements =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PlannedStatement> eldest) {
          return size() > CAPACITY;
        }
      };

  /** The statement, if it was planned for that version of the catalog. */
  synchronized Optional<PlannedStatement> find(Key key, long catalogVersion) {
    PlannedStatement planned = statements.get(key);
    boolean isHit = planned != null && planned.catalogVersion() == catalogVersion;
    if (isHit) {
      hits++;
    } else {
      misses++;
    }
    return isHit ? Optional.of(planned) : Optional.empty();
  }

  /** Keeps a planned statement, unless its text is very long. */
  synchronized void add(Key key, PlannedStatement planned) {
    if (key.sql().length() <= MAX_TEXT) {
      statements.put(key, planned);
    }
  }

  /** The figures. */
  synchronized List<Metric> metrics() {
    return List.of(
        Metric.count("plan_cache_hits", hits, "statements that were planned already"),
        Metric.count("plan_cache_misses", misses, "statements that had to be planned"),
        Metric.count("plan_cache_size", statements.size(), "planned statements that are kept"));
  }

  /** What a plan depends on, the catalog aside. */
  record Key(String sql, List<SqlType> hints, Optional<List<String>> generatedKeys) {}
}
