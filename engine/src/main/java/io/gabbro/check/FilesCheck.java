package io.gabbro.check;

import io.gabbro.storage.StoredFile;
import java.util.function.Consumer;

/** Compares the checksums of the store's files. */
final class FilesCheck implements ObjectCheck {
  @Override
  public String subject() {
    return "files";
  }

  @Override
  public void run(CheckContext context, Consumer<CheckResult> results) {
    for (StoredFile file : context.store().verifyFiles(context.cancellation())) {
      results.accept(
          new CheckResult(
              file.name(),
              "file of " + file.columnFamily(),
              file.entries(),
              file.bytes(),
              file.problem()));
    }
  }
}
