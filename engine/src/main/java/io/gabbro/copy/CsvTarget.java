package io.gabbro.copy;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.RowBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes batches of text as records of a CSV file. An empty string is quoted, NULL is not. */
public final class CsvTarget implements AutoCloseable {
  private final String file;
  private final String nullText;
  private final CsvWriter writer;

  /** Opens a file, and writes the header if there is to be one. */
  public CsvTarget(String file, CopyOptions options, List<String> columns) {
    this.file = file;
    nullText = options.nullText().isEmpty() ? null : options.nullText();
    writer =
        CsvWriter.builder()
            .fieldSeparator(options.delimiter())
            .quoteCharacter(options.quote())
            .quoteStrategy(QuoteStrategies.EMPTY)
            .lineDelimiter(LineDelimiter.LF)
            .build(CopyFiles.writer(file, options.charset()));
    if (options.header()) {
      writer.writeRecord(columns);
    }
  }

  /** Writes the selected rows; all columns are vectors of text. */
  public void write(RowBatch batch) {
    String[] values = new String[batch.columnCount()];
    try {
      for (int index = 0; index < batch.selection().count(); index++) {
        int row = batch.selection().position(index);
        for (int column = 0; column < values.length; column++) {
          BytesVector vector = (BytesVector) batch.column(column);
          values[column] = vector.isNull(row) ? nullText : vector.string(row);
        }
        writer.writeRecord(values);
      }
    } catch (UncheckedIOException e) {
      throw CopyFiles.failure(file, e.getCause());
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw CopyFiles.failure(file, e);
    }
  }
}
