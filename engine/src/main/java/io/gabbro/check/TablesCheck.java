package io.gabbro.check;

import io.gabbro.catalog.TableDefinition;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads every row of every table; one whose column family is dropped meanwhile is left out. */
final class TablesCheck implements ObjectCheck {
  @Override
  public String subject() {
    return "tables";
  }

  @Override
  public void run(CheckContext context, Consumer<CheckResult> results) {
    for (TableDefinition table : context.catalog().tables()) {
      String name = table.name().toString();
      String kind = table.mapping().isPresent() ? "mapped table" : "table";
      try {
        TableReading reading = new TableReading(context, table);
        reading.read();
        results.accept(
            new CheckResult(
                name, kind, reading.entries(), reading.bytes(), reading.problems().text()));
      } catch (RuntimeException e) {
        if (!DatabaseCheck.isDropped(context, e)) {
          results.accept(new CheckResult(name, kind, 0, 0, Optional.of(DatabaseCheck.told(e))));
        }
      }
    }
  }
}
