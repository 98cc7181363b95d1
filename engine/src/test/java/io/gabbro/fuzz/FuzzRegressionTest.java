package io.gabbro.fuzz;

import io.gabbro.execution.TestSeed;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each target over its seeds, over what fuzzing has found, and over damaged copies. */
class FuzzRegressionTest {
  private static final Path FINDINGS = Path.of("src", "test", "resources", "io", "gabbro", "fuzz");
  private static final int DAMAGED = 100;

  static Set<String> targets() {
    return FuzzTargets.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void takesAnyBytes(String name) throws Exception {
    FuzzTarget target = FuzzTargets.named(name);
    List<byte[]> inputs = new ArrayList<>(target.seeds());
    try (DirectoryStream<Path> findings = Files.newDirectoryStream(FINDINGS.resolve(name))) {
      for (Path finding : findings) {
        inputs.add(Files.readAllBytes(finding));
      }
    } catch (NoSuchFileException e) {
      // Nothing was found yet.
    }
    inputs.add(new byte[0]);
    for (byte[] input : inputs) {
      accept(target, input, "a seed or finding");
    }
    long seed = TestSeed.get();
    Random random = new Random(seed);
    for (int round = 0; round < DAMAGED; round++) {
      byte[] input = damaged(inputs.get(random.nextInt(inputs.size())), random);
      accept(target, input, "-Dtests.seed=" + seed);
    }
  }

  private static void accept(FuzzTarget target, byte[] input, String message) {
    try {
      target.accept(input);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(message + ", input " + HexFormat.of().formatHex(input), e);
    }
  }

  private static byte[] damaged(byte[] input, Random random) {
    byte[] damaged = input.clone();
    for (int count = 1 + random.nextInt(4); count > 0 && damaged.length > 0; count--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> damaged[at] = (byte) random.nextInt(256);
        case 2 -> damaged = Arrays.copyOf(damaged, random.nextInt(8) == 0 ? at : damaged.length);
        default -> {
          int length = Math.min(random.nextInt(10), damaged.length - at);
          System.arraycopy(
              damaged, random.nextInt(damaged.length - length + 1), damaged, at, length);
        }
      }
    }
    return damaged;
  }
}
