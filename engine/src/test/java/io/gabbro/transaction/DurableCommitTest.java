package io.gabbro.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.catalog.Catalog;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.storage.memory.MemoryDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What fails after the write of a commit is no failure of the commit. */
final class DurableCommitTest {
  private static final byte[] KEY = "key".getBytes(UTF_8);
  private static final TransactionOptions OPTIONS =
      new TransactionOptions(Isolation.REPEATABLE_READ, false, Durability.OS, Duration.ZERO);

  private final MemoryDatabase store = new MemoryDatabase();
  private final ColumnFamily family = store.createColumnFamily("a");
  private final TransactionManager transactions = managerThatCannotDrop();

  @AfterEach
  void close() {
    store.close();
  }

  private TransactionManager managerThatCannotDrop() {
    Database failing =
        (Database)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Database.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("dropColumnFamily")) {
                    throw new IllegalStateException("no");
                  }
                  try {
                    return method.invoke(store, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new TransactionManager(failing, new Catalog(failing, CatalogSnapshot.empty()));
  }

  /** A transaction that writes a key, and makes a column family that is to go again. */
  private Transaction begin() {
    Transaction transaction = transactions.begin(OPTIONS);
    transaction.statementView().close();
    transaction.schema().lock();
    transaction.schema().familyForTable("in vain");
    KeyValue entry = new KeyValue();
    entry.keyBuilder().put(KEY);
    entry.valueBuilder().put(KEY);
    transaction.rows().put(family, entry);
    return transaction;
  }

  private void checkAllIsGivenBack() {
    assertEquals(0, transactions.lockCount());
    assertEquals(List.of(), transactions.openTransactions());
  }

  @Test
  void commitSucceedsThoughACleanUpFails() {
    Transaction transaction = begin();
    assertDoesNotThrow(transaction::commit);
    assertTrue(transaction.isEnded());
    assertTrue(store.get(family, null, KEY, KEY.length, new ValueBuffer()));
    checkAllIsGivenBack();
  }

  @Test
  void rollbackTellsThatACleanUpFails() {
    Transaction transaction = begin();
    assertThrows(IllegalStateException.class, transaction::rollback);
    checkAllIsGivenBack();
  }
}
