package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.TestSeed;
import io.gabbro.session.TransactionHistory.Committed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random transactions of many threads over few rows; their history must be one of their level. */
final class RandomTransactionsTest {
  private static final int KEYS = 12;
  private static final int THREADS = 6;
  private static final int TRANSACTIONS = Integer.getInteger("tests.transactions", 300);
  private static final Set<ErrorCode> CONFLICTS =
      Set.of(ErrorCode.SERIALIZATION_FAILURE, ErrorCode.DEADLOCK, ErrorCode.UNIQUE_VIOLATION);

  @TempDir Path directory;

  private final AtomicInteger numbers = new AtomicInteger();
  private final ConcurrentLinkedQueue<Committed> committed = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          memory,    read committed
          memory,    repeatable read
          memory,    serializable
          directory, read committed
          directory, repeatable read
          directory, serializable
          """)
  void historyIsOneOfItsLevel(String store, String level) throws Exception {
    String location = store.equals("memory") ? "mem:histories" : directory.toString();
    Map<String, String> options =
        Map.of("durability", "os", "transaction_isolation", level, "lock_timeout", "30s");
    long seed = TestSeed.get();
    try (SqlTester owner = new SqlTester(location, options)) {
      owner.run("CREATE TABLE list (k INTEGER PRIMARY KEY, numbers TEXT NOT NULL)");
      run(location, options, seed);
      Map<Integer, List<Integer>> lists = new HashMap<>();
      for (String row : owner.run("SELECT k, numbers FROM list")) {
        String[] parts = row.split("\\|", -1);
        lists.put(Integer.valueOf(parts[0]), TransactionHistory.numbers(parts[1]));
      }
      check(new TransactionHistory(List.copyOf(committed), lists), level, seed);
      assertTrue(committed.size() > THREADS * TRANSACTIONS / 20, committed.size() + " commits");
    }
  }

  private static void check(TransactionHistory history, String level, long seed) {
    String seedText = "-Dtests.seed=" + seed;
    assertNull(history.impossibleRead(), seedText);
    assertNull(history.circleOfDependencies(), seedText);
    switch (level) {
      case "read committed" -> assertNotNull(history.circle(), "no anomaly: too little happened");
      case "repeatable read" -> assertNull(history.circleWithOneAntiDependency(), seedText);
      default -> assertNull(history.circle(), seedText);
    }
  }

  private void run(String location, Map<String, String> options, long seed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> workers = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(seed + thread);
      workers.add(
          threads.submit(
              () -> {
                try (SqlTester session = new SqlTester(location, options)) {
                  for (int count = 0; count < TRANSACTIONS; count++) {
                    new RandomTransaction(session, random, numbers.incrementAndGet()).run();
                  }
                }
              }));
    }
    for (Future<?> worker : workers) {
      worker.get(5, TimeUnit.MINUTES);
    }
    threads.shutdown();
  }

  private final class RandomTransaction {
    private final SqlTester session;
    private final Random random;
    private final int number;
    private final Map<Integer, List<Integer>> seen = new HashMap<>();
    private final Set<Integer> appended = new HashSet<>();

    RandomTransaction(SqlTester session, Random random, int number) {
      this.session = session;
      this.random = random;
      this.number = number;
    }

    void run() {
      session.run(random.nextInt(8) == 0 ? "BEGIN READ ONLY" : "BEGIN");
      try {
        int steps = 1 + random.nextInt(4);
        for (int step = 0; step < steps; step++) {
          step();
        }
        if (random.nextInt(10) == 0) {
          session.run("ROLLBACK");
          return;
        }
        session.run("COMMIT");
        committed.add(new Committed(number, seen));
      } catch (GabbroException e) {
        boolean readOnly = e.code() == ErrorCode.READ_ONLY;
        assertTrue(readOnly || CONFLICTS.contains(e.code()), e::getMessage);
        if (session.session().inTransaction()) {
          session.run("ROLLBACK");
        }
      }
    }

    private void step() {
      int key = random.nextInt(KEYS);
      switch (random.nextInt(4)) {
        case 0 -> see(key, key + 1, session.run("SELECT k, numbers FROM list WHERE k = ?", key));
        case 1 -> {
          int end = key + 1 + random.nextInt(4);
          see(
              key,
              end,
              session.run("SELECT k, numbers FROM list WHERE k >= ? AND k < ?", key, end));
        }
        default -> append(key);
      }
    }

    /** Keeps the first sight of each list; what is not there is an empty one. */
    private void see(int from, int to, List<String> rows) {
      Map<Integer, List<Integer>> found = new HashMap<>();
      for (String row : rows) {
        String[] parts = row.split("\\|", -1);
        List<Integer> list = TransactionHistory.numbers(parts[1]);
        int own = list.indexOf(number);
        found.put(Integer.valueOf(parts[0]), own < 0 ? list : list.subList(0, own));
      }
      for (int key = from; key < to; key++) {
        seen.putIfAbsent(key, found.getOrDefault(key, List.of()));
      }
    }

    private void append(int key) {
      if (appended.add(key)) {
        boolean changed =
            session
                .run("UPDATE list SET numbers = numbers || ? WHERE k = ?", "," + number, key)
                .equals(List.of("[1]"));
        if (!changed) {
          session.run("INSERT INTO list VALUES (?, ?)", key, String.valueOf(number));
        }
      }
    }
  }
}
