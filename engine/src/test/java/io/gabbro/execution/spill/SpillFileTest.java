package io.gabbro.execution.spill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.RandomRows;
import io.gabbro.execution.RowsOperator;
import io.gabbro.execution.TestSeed;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.RowBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFileTest {
  @TempDir private Path parent;

  @Test
  void readsWhatWasWritten() {
    long seed = TestSeed.get();
    Random random = new Random(seed);
    RandomRows rows = RandomRows.of(random, RandomRows.TYPES, 500);
    List<VectorKind> kinds = rows.types().stream().map(type -> type.vectorKind()).toList();
    SpillDirectory directory = SpillDirectory.at(parent.resolve("spill"));
    try (SpillFile file = new SpillFile(directory, kinds);
        RowsOperator operator = rows.operator(random)) {
      for (RowBatch batch = operator.next(); batch != null; batch = operator.next()) {
        file.write(batch, batch.selection());
      }
      assertEquals(500, file.rows());
      for (int round = 0; round < 2; round++) {
        List<List<Object>> found = new ArrayList<>();
        try (SpillReader reader = file.read()) {
          for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
            found.addAll(RowsOperator.read(batch, rows.types()));
          }
        }
        assertEquals(RandomRows.keys(rows.rows()), RandomRows.keys(found), "seed " + seed);
      }
    }
    assertEquals(0, directory.deleteLeftovers());
  }

  @Test
  void removesLeftoversAndNothingElse() throws IOException {
    SpillDirectory directory = SpillDirectory.at(parent);
    directory.newFile();
    directory.newFile();
    Path other = Files.createFile(parent.resolve("other"));
    assertEquals(2, directory.deleteLeftovers());
    assertTrue(Files.exists(other));
  }

  @Test
  void temporaryDirectoryIsDeletedWithItsFiles() throws IOException {
    SpillDirectory directory = SpillDirectory.temporary();
    assertTrue(directory.isAvailable());
    Path first = directory.newFile();
    Path second = directory.newFile();
    assertEquals(first.getParent(), second.getParent());
    assertEquals(directory.path().orElseThrow(), first.getParent());
    if (Files.getFileStore(first).supportsFileAttributeView("posix")) {
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(first.getParent())));
    }
    directory.close();
    assertFalse(Files.exists(first.getParent()));
  }

  @Test
  void refusesToMakeFilesWithoutDirectory() {
    assertFalse(SpillDirectory.none().isAvailable());
    GabbroException error =
        assertThrows(GabbroException.class, () -> SpillDirectory.none().newFile());
    assertEquals(ErrorCode.OUT_OF_MEMORY, error.code());
  }

  @Test
  void reportsDirectoryThatCannotBeMade() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));
    GabbroException error =
        assertThrows(
            GabbroException.class, () -> SpillDirectory.at(file.resolve("below")).newFile());
    assertEquals(ErrorCode.IO_ERROR, error.code());
  }
}
