package io.gabbro.execution.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.execution.AbstractOperatorContractTest;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.Operator;
import io.gabbro.execution.WorkerPool;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ParallelScanContractTest extends AbstractOperatorContractTest {
  private final WorkerPool pool = new WorkerPool(3);
  private ParallelFixture fixture;

  @TempDir private Path directory;

  @BeforeEach
  void openFixture() {
    fixture = new ParallelFixture(directory);
  }

  @AfterEach
  void closeFixture() {
    assertEquals(0, fixture.openCursors(), "cursors were not closed");
    fixture.close();
    pool.close();
  }

  @Override
  protected ExecutionContext newContext() {
    return fixture.context(pool, 1 << 20);
  }

  @Override
  protected Operator newOperator(ExecutionContext context) {
    return fixture.open(context, fixture.pipeline());
  }
}
