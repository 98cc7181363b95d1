package io.gabbro.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static Selection of(int... rows) {
    Selection selection = new Selection(0);
    System.arraycopy(rows, 0, selection.startPositions(rows.length), 0, rows.length);
    selection.setCount(rows.length);
    return selection;
  }

  private static List<Integer> rows(Selection selection) {
    List<Integer> rows = new ArrayList<>();
    for (int index = 0; index < selection.count(); index++) {
      rows.add(selection.position(index));
    }
    return rows;
  }

  @Test
  void copiesBothForms() {
    Selection copy = of(1, 2);
    copy.copyFrom(Selection.ofAll(3));
    assertTrue(copy.isAll());
    assertEquals(List.of(0, 1, 2), rows(copy));
    copy.copyFrom(of(4, 9));
    assertFalse(copy.isAll());
    assertEquals(List.of(4, 9), rows(copy));
    assertEquals(10, copy.end());
  }

  @Test
  void takesRowsOut() {
    Selection rest = new Selection(0);
    rest.difference(Selection.ofAll(5), of(0, 3));
    assertEquals(List.of(1, 2, 4), rows(rest));
    rest.difference(rest, of(2));
    assertEquals(List.of(1, 4), rows(rest));
    rest.difference(rest, of(1, 4));
    assertEquals(0, rest.end());
  }

  @Test
  void putsRowsTogether() {
    Selection both = new Selection(0);
    both.union(of(1, 5, 7), of(0, 5, 9));
    assertEquals(List.of(0, 1, 5, 7, 9), rows(both));
    both.union(Selection.ofAll(2), of());
    assertEquals(List.of(0, 1), rows(both));
  }

  @Test
  void selectsParts() {
    Selection part = new Selection(0);
    part.slice(Selection.ofAll(5), 0, 3);
    assertTrue(part.isAll());
    part.slice(Selection.ofAll(5), 2, 3);
    assertEquals(List.of(2, 3, 4), rows(part));
    part.slice(of(3, 6, 8), 1, 1);
    assertEquals(List.of(6), rows(part));
  }
}
