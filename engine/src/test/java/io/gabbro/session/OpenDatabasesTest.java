package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Databases that are opened while others, or they themselves, are being closed. */
@Timeout(60)
class OpenDatabasesTest {
  @TempDir Path directory;
  private CompletableFuture<Void> closing;
  private CompletableFuture<Gabbro> again;

  private static SharedDatabase shared(Gabbro database) {
    return ((DatabaseHandle) database).shared();
  }

  @Test
  void aCloseThatWaitsHoldsUpItsOwnLocationOnly() throws Exception {
    Path path = directory.resolve("a");
    Gabbro database = Gabbro.open(path);
    Database store = shared(database).store();
    try (SqlTester sql = new SqlTester(path.toString(), Map.of())) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      sql.run("INSERT INTO t VALUES (1)");
      sql.run("CHECKPOINT");
    }
    assertTrue(store.verifyFiles(() -> {}).size() > 1);
    GabbroException end =
        assertThrows(
            GabbroException.class, () -> store.verifyFiles(() -> closeWhile(database, path)));
    assertEquals(ErrorCode.CLOSED, end.code(), "closing ends the look at files");
    closing.get();
    try (Gabbro reopened = again.get()) {
      assertNotSame(shared(database), shared(reopened));
      assertEquals(0, shared(reopened).sessions().count());
    }
  }

  /** Runs within a use of the store, so that its close has to wait. */
  private void closeWhile(Gabbro database, Path path) {
    closing = CompletableFuture.runAsync(database::close);
    while (isOpen(shared(database).store())) {
      Thread.onSpinWait();
    }
    again = CompletableFuture.supplyAsync(() -> Gabbro.open(path));
    Gabbro.open(directory.resolve("b")).close();
    assertThrows(TimeoutException.class, () -> again.get(100, TimeUnit.MILLISECONDS));
    assertFalse(closing.isDone());
  }

  private static boolean isOpen(Database store) {
    try {
      return !store.columnFamilyNames().isEmpty();
    } catch (GabbroException e) {
      return false;
    }
  }

  @Test
  void aFailureToOpenLeavesTheLocationFree() {
    DatabaseOptions readOnly = DatabaseOptions.defaults().with(Option.MODE, "readonly");
    for (int time = 0; time < 2; time++) {
      GabbroException e =
          assertThrows(
              GabbroException.class, () -> Gabbro.open(directory.resolve("none"), readOnly));
      assertEquals(ErrorCode.UNDEFINED_FILE, e.code());
    }
    Gabbro.open(directory.resolve("none")).close();
  }

  @Test
  void handlesOfOneLocationShareIt() {
    try (Gabbro first = Gabbro.open(directory)) {
      try (Gabbro second = Gabbro.open(directory)) {
        assertSame(shared(first), shared(second));
      }
      assertTrue(isOpen(shared(first).store()));
    }
  }

  @Test
  void databaseThatIsOnlyReadSpillsOutsideOfItsDirectory() {
    Gabbro.open(directory).close();
    DatabaseOptions readOnly = DatabaseOptions.defaults().with(Option.MODE, "readonly");
    try (Gabbro database = Gabbro.open(directory, readOnly)) {
      assertTrue(shared(database).spill().isAvailable());
      assertTrue(shared(database).spill().path().isEmpty());
    }
  }
}
