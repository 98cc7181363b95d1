package io.gabbro.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One random damage to the files of a database.
 *
 * @param kind what is done
 * @param fileKind the kind of file that it is done to
 * @param file the name of the file
 * @param from the first byte that differs; 0 where the whole file does
 * @param to the byte behind the last one that differs
 */
record Mutation(Kind kind, FileKind fileKind, String file, long from, long to) {
  /** What is done. */
  enum Kind {
    FLIP,
    OVERWRITE,
    ZERO,
    TRUNCATE,
    EXTEND,
    REMOVE,
    SWAP
  }

  /** The kinds of files. */
  enum FileKind {
    TABLE("\\d+\\.sst"),
    LOG("\\d+\\.log"),
    MANIFEST("MANIFEST-\\d+"),
    CURRENT("CURRENT"),
    OPTIONS("OPTIONS-\\d+"),
    IDENTITY("IDENTITY");

    private final String pattern;

    FileKind(String pattern) {
      this.pattern = pattern;
    }

    List<Path> in(Path directory) throws IOException {
      return Directories.files(directory).stream()
          .filter(file -> file.getFileName().toString().matches(pattern))
          .filter(file -> file.toFile().length() > 0)
          .toList();
    }
  }

  private static final int LONGEST = 4000;

  /** Does a random one to a directory, whose files may be links to others. */
  static Mutation apply(Path directory, Random random) throws IOException {
    FileKind fileKind = FileKind.values()[random.nextInt(FileKind.values().length)];
    List<Path> files = fileKind.in(directory);
    Path file = files.get(random.nextInt(files.size()));
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    byte[] intact = Files.readAllBytes(file);
    byte[] damaged = intact;
    Files.delete(file);
    switch (kind) {
      case REMOVE -> {
        return new Mutation(kind, fileKind, file.getFileName().toString(), 0, intact.length);
      }
      case SWAP -> {
        Path other = files.get(random.nextInt(files.size()));
        if (!other.equals(file)) {
          damaged = Files.readAllBytes(other);
          Files.delete(other);
          Files.write(other, intact);
        }
      }
      default -> damaged = damaged(kind, intact, random);
    }
    Files.write(file, damaged);
    int from = Math.max(0, Arrays.mismatch(intact, damaged));
    boolean same = Arrays.equals(intact, damaged);
    return new Mutation(
        kind,
        fileKind,
        file.getFileName().toString(),
        same ? intact.length : from,
        same ? intact.length : lastDifference(intact, damaged));
  }

  private static byte[] damaged(Kind kind, byte[] intact, Random random) {
    int place = random.nextInt(intact.length);
    int length = 1 + random.nextInt(LONGEST);
    int end = Math.min(intact.length, place + length);
    byte[] noise = new byte[length];
    if (kind != Kind.ZERO) {
      random.nextBytes(noise);
    }
    byte[] damaged = intact.clone();
    switch (kind) {
      case FLIP -> damaged[place] ^= (byte) (1 << random.nextInt(8));
      case TRUNCATE -> damaged = Arrays.copyOf(intact, place);
      case EXTEND -> {
        damaged = Arrays.copyOf(intact, intact.length + length);
        System.arraycopy(noise, 0, damaged, intact.length, length);
      }
      default -> System.arraycopy(noise, 0, damaged, place, end - place);
    }
    return damaged;
  }

  private static long lastDifference(byte[] intact, byte[] damaged) {
    if (intact.length != damaged.length) {
      return Math.max(intact.length, damaged.length);
    }
    int last = intact.length;
    while (last > 0 && intact[last - 1] == damaged[last - 1]) {
      last--;
    }
    return last;
  }
}
