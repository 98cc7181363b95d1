package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultOwnerTest {
  @Test
  void allAreClosedWhateverFails() throws SQLException {
    List<String> closed = new ArrayList<>();
    SQLException first = new SQLException("first");
    IllegalStateException second = new IllegalStateException("second");
    ResultOwner good = () -> closed.add("good");
    ResultOwner bad =
        () -> {
          throw first;
        };
    ResultOwner worse =
        () -> {
          throw second;
        };
    SQLException thrown =
        assertThrows(
            SQLException.class, () -> ResultOwner.closeAll(List.of(bad, good, worse, good)));
    assertSame(first, thrown);
    assertArrayEquals(new Throwable[] {second}, first.getSuppressed());
    ResultOwner.closeAll(List.of(good));
    assertEquals(List.of("good", "good", "good"), closed);
  }
}
