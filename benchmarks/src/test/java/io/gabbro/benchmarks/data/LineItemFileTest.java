package io.gabbro.benchmarks.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineItemFileTest {

  private static final int ROWS = 1_000;

  @Test
  void aFileHoldsTheFirstRowsOfTpch(@TempDir Path directory) throws IOException {
    Path file = LineItemFile.require(directory, ROWS);
    try (LineItemReader reader = new LineItemReader(file)) {
      assertEquals(ROWS, reader.rows());
      List<LineItem> rows = reader.next(ROWS + 1);
      assertEquals(ROWS, rows.size());
      assertEquals(
          new LineItem(
              1,
              155_190,
              7_706,
              1,
              17,
              2_116_823,
              4,
              2,
              "N",
              "O",
              9_568,
              9_538,
              9_577,
              "DELIVER IN PERSON",
              "TRUCK",
              "egular courts above the"),
          rows.get(0));
      assertTrue(reader.next(1).isEmpty());
    }
    long modified = Files.getLastModifiedTime(file).toMillis();
    assertEquals(file, LineItemFile.require(directory, ROWS));
    assertEquals(modified, Files.getLastModifiedTime(file).toMillis());
  }

  @Test
  void anotherFileIsRefused(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("other"), new byte[100]);
    assertThrows(IOException.class, () -> new LineItemReader(file));
  }
}
