package io.gabbro.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.session.Gabbro;
import io.gabbro.session.SqlTester;
import io.gabbro.storage.Backup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * Single rows, and now and then a backup to a directory beside that of the database. What was made
 * there has to be whole after a kill, and the newest has to have all rows that were there before.
 */
final class Backups implements Work {
  private static final int STEPS_PER_BACKUP = 25;
  private static final int KEPT = 3;

  @Override
  public void prepare(SqlTester sql) {
    sql.run("CREATE TABLE IF NOT EXISTS backed (id INTEGER PRIMARY KEY, v TEXT)");
  }

  @Override
  public void run(SqlTester sql, long step) {
    sql.run("INSERT INTO backed VALUES (?, ?)", (int) step, Work.text(step, 0));
    if (step % STEPS_PER_BACKUP == STEPS_PER_BACKUP - 1) {
      Path directory = Directories.backups(Path.of(sql.database().location()));
      sql.run("BACKUP TO '" + directory + "' WITH (keep " + KEPT + ")");
    }
  }

  @Override
  public void apply(SortedMap<String, String> state, long step) {
    state.put(TableReader.key("backed", step), Work.text(step, 0));
  }

  @Override
  public void read(SqlTester sql, SortedMap<String, String> state) {
    TableReader.read(sql, "backed", state);
    Path backups = Directories.backups(Path.of(sql.database().location()));
    if (!Directories.hasFiles(backups.resolve("meta"))) {
      return;
    }
    List<Backup> made = Gabbro.backups(backups);
    for (Backup backup : made) {
      sql.run("VERIFY BACKUP " + backup.id() + " IN '" + backups + "'");
    }
    readNewest(backups);
  }

  /** A backup is made behind a whole number of rows, none of which may be missing from it. */
  private static void readNewest(Path backups) {
    try {
      Path restored = Files.createTempDirectory("restored");
      Gabbro.restore(backups, restored);
      try (SqlTester copy = Writer.open(restored)) {
        List<String> ids = copy.run("SELECT id FROM backed ORDER BY id");
        assertTrue(ids.size() >= STEPS_PER_BACKUP, ids::toString);
        assertEquals(Integer.toString(ids.size() - 1), ids.get(ids.size() - 1));
      } finally {
        Directories.delete(restored);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
