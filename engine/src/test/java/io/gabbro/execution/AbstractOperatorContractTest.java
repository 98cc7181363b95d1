package io.gabbro.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import org.junit.jupiter.api.Test;

/** What every operator must do. Subclasses make one that yields at least two batches. */
public abstract class AbstractOperatorContractTest {
  /** A context for one test. */
  protected ExecutionContext newContext() {
    return ExecutionFixture.context();
  }

  /** An operator that yields at least two batches. */
  protected abstract Operator newOperator(ExecutionContext context);

  @Test
  void endStaysEnd() {
    try (Operator operator = newOperator(newContext())) {
      int batches = 0;
      while (operator.next() != null) {
        batches++;
      }
      assertEquals(true, batches >= 2, "the test needs two batches");
      assertNull(operator.next());
      assertNull(operator.next());
    }
  }

  @Test
  void closesTwice() {
    Operator operator = newOperator(newContext());
    assertNotNull(operator.next());
    operator.close();
    operator.close();
    GabbroException error = assertThrows(GabbroException.class, operator::next);
    assertEquals(ErrorCode.CLOSED, error.code());
  }

  @Test
  void closesUnused() {
    newOperator(newContext()).close();
  }

  @Test
  void givesMemoryBackWhenClosedEarly() {
    ExecutionContext context = newContext();
    try (Operator operator = newOperator(context)) {
      assertNotNull(operator.next());
    }
    assertEquals(0, context.memory().used());
  }

  @Test
  void stopsBeforeFirstBatchWhenCancelled() {
    ExecutionContext context = newContext();
    context.cancellation().cancel();
    try (Operator operator = newOperator(context)) {
      GabbroException error = assertThrows(GabbroException.class, operator::next);
      assertEquals(ErrorCode.QUERY_CANCELED, error.code());
    }
  }

  @Test
  void stopsBetweenBatchesWhenCancelled() {
    ExecutionContext context = newContext();
    try (Operator operator = newOperator(context)) {
      assertNotNull(operator.next());
      context.cancellation().cancel();
      GabbroException error = assertThrows(GabbroException.class, operator::next);
      assertEquals(ErrorCode.QUERY_CANCELED, error.code());
    }
  }
}
