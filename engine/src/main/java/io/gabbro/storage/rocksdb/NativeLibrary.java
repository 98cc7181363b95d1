package io.gabbro.storage.rocksdb;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/**
 * Loads RocksDB's native library from a directory of the user in which it lies unpacked since the
 * first time: rocksdbjni alone unpacks its 17 MB at every start of a JVM. The directory is that of
 * the system property {@value #PROPERTY}, else {@code gabbro} in the user's directory for caches;
 * it is used only when nobody else may write to it. Where anything is in the way, rocksdbjni does
 * what it does.
 */
final class NativeLibrary {
  /** The system property that names the directory. */
  static final String PROPERTY = "gabbro.native.directory";

  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private NativeLibrary() {}

  /** Loads the library, once in a JVM. */
  static void load() {
    try {
      Optional<Path> unpacked = unpacked();
      if (unpacked.isPresent()) {
        RocksDB.loadLibrary(List.of(unpacked.get().toString()));
        return;
      }
    } catch (IOException | UnsatisfiedLinkError | RuntimeException e) {
      System.getLogger("io.gabbro.storage")
          .log(System.Logger.Level.DEBUG, "the native library is not loaded from its directory", e);
    }
    RocksDB.loadLibrary();
  }

  /** The directory with the library, unpacked now if it has to be; nothing where that cannot be. */
  private static Optional<Path> unpacked() throws IOException {
    String name = Environment.getJniLibraryFileName("rocksdb");
    URL packed = RocksDB.class.getClassLoader().getResource(name);
    Optional<Path> cache = cacheDirectory();
    if (packed == null || cache.isEmpty()) {
      return Optional.empty();
    }
    URLConnection connection = packed.openConnection();
    long size = connection.getContentLengthLong();
    Path directory = cache.get().resolve("rocksdbjni-" + connection.getLastModified() + "-" + size);
    Files.createDirectories(directory);
    if (!isPrivate(directory) || !isPrivate(cache.get())) {
      return Optional.empty();
    }
    Path file = directory.resolve(name);
    if (!Files.exists(file) || Files.size(file) != size) {
      unpack(connection, file);
    }
    return Optional.of(directory);
  }

  private static Optional<Path> cacheDirectory() {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      return given.isEmpty() ? Optional.empty() : Optional.of(Path.of(given).toAbsolutePath());
    }
    String caches = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", ""));
    Path base = caches != null && !caches.isEmpty() ? Path.of(caches) : home.resolve(".cache");
    return base.isAbsolute() ? Optional.of(base.resolve("gabbro")) : Optional.empty();
  }

  /** Whether only this user may write to a directory, as far as the system can tell. */
  private static boolean isPrivate(Path directory) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return true;
    }
    boolean isOwn = Files.getOwner(directory).getName().equals(System.getProperty("user.name"));
    return isOwn
        && Files.getPosixFilePermissions(directory).stream().noneMatch(OTHERS_WRITE::contains);
  }

  /** Writes the library beside its place and moves it there: several JVMs may do so at once. */
  private static void unpack(URLConnection connection, Path file) throws IOException {
    Path made = Files.createTempFile(file.getParent(), "unpack", ".tmp");
    try {
      try (InputStream content = connection.getInputStream()) {
        Files.copy(content, made, StandardCopyOption.REPLACE_EXISTING);
      }
      if (Files.size(made) != connection.getContentLengthLong()) {
        throw new IOException("the library was not unpacked as a whole");
      }
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(made);
    }
  }
}
