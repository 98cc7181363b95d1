package io.gabbro.storage.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.storage.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/** Compares the checksums of all blocks of all table files of an open database. */
final class FileVerifier {
  private final RocksDB rocks;

  FileVerifier(RocksDB rocks) {
    this.rocks = rocks;
  }

  /**
   * Reads the files.
   *
   * @param check is run before each
   */
  List<StoredFile> verify(Runnable check) {
    List<StoredFile> verified = new ArrayList<>();
    for (LiveFileMetaData file : live().values()) {
      check.run();
      Optional<String> problem = problem(file);
      // A compaction may have replaced the file meanwhile.
      if (problem.isEmpty() || live().containsKey(file.fileName())) {
        verified.add(
            new StoredFile(
                file.fileName().replaceFirst("^/", ""),
                new String(file.columnFamilyName(), UTF_8),
                file.numEntries(),
                file.size(),
                problem));
      }
    }
    return verified;
  }

  private Map<String, LiveFileMetaData> live() {
    Map<String, LiveFileMetaData> files = new TreeMap<>();
    rocks.getLiveFilesMetaData().forEach(file -> files.put(file.fileName(), file));
    return files;
  }

  private static Optional<String> problem(LiveFileMetaData file) {
    try (Options options = new Options();
        SstFileReader reader = new SstFileReader(options)) {
      reader.open(file.path() + file.fileName());
      reader.verifyChecksum();
      return Optional.empty();
    } catch (RocksDBException e) {
      return Optional.of(RocksErrors.translate(e).getMessage());
    }
  }
}
