package io.gabbro.copy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.vector.BytesVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;

/** Reads the records of a CSV file into vectors of text. */
public final class CsvSource implements AutoCloseable {
  private final String file;
  private final List<String> columns;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final long[] lines;
  private final BytesVector[] vectors;
  private final int capacity;
  private final NullFields nulls;
  private long lastLine;
  private int rows;

  /**
   * Opens a file.
   *
   * @param columns the names of the columns that each record must have
   * @param capacity the greatest number of rows that are read at a time
   */
  public CsvSource(String file, CopyOptions options, List<String> columns, int capacity) {
    this.file = file;
    this.columns = columns;
    this.capacity = capacity;
    lines = new long[capacity];
    vectors = new BytesVector[columns.size()];
    for (int index = 0; index < vectors.length; index++) {
      vectors[index] = new BytesVector(capacity);
    }
    nulls = new NullFields(options.nullText());
    reader =
        CsvReader.builder()
            .fieldSeparator(options.delimiter())
            .quoteCharacter(options.quote())
            .skipEmptyLines(columns.size() > 1)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(
                CsvRecordHandler.builder().fieldModifier(nulls).build(),
                CopyFiles.reader(file, options.charset()));
    records = reader.iterator();
    if (options.header()) {
      nextRecord();
    }
  }

  /** The values of the rows that were read last, a vector a column. */
  public BytesVector[] vectors() {
    return vectors;
  }

  /** Reads the next rows and returns their number; 0 at the end. */
  public int read() {
    for (BytesVector vector : vectors) {
      vector.reset();
    }
    rows = 0;
    while (rows < capacity) {
      CsvRecord row = nextRecord();
      if (row == null) {
        break;
      }
      lines[rows] = row.getStartingLineNumber();
      add(row);
    }
    return rows;
  }

  private CsvRecord nextRecord() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord row = records.next();
      lastLine = row.getStartingLineNumber();
      return row;
    } catch (UncheckedIOException | CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof ClosedByInterruptException interrupted) {
        throw CopyFiles.failure(file, interrupted);
      }
      String problem =
          cause instanceof CharacterCodingException
              ? "the text is not in the encoding of the file"
              : cause.getMessage();
      throw GabbroException.causedBy(
          e,
          ErrorCode.BAD_COPY_FORMAT,
          "file \"" + file + "\", after line " + lastLine + ": " + problem);
    }
  }

  private void add(CsvRecord row) {
    if (row.getFieldCount() != vectors.length) {
      throw wrongCount(row.getFieldCount());
    }
    for (int index = 0; index < vectors.length; index++) {
      String value = row.getField(index);
      if (nulls.isNull(value)) {
        vectors[index].setNull(rows);
      } else {
        vectors[index].setNotNull(rows);
        vectors[index].set(rows, value);
      }
    }
    rows++;
  }

  private GabbroException wrongCount(int found) {
    String problem =
        found < vectors.length
            ? "no value for column \"" + columns.get(found) + "\""
            : "there are more values than columns";
    return new GabbroException(
        ErrorCode.BAD_COPY_FORMAT,
        place(rows) + ": " + problem + " (expected " + vectors.length + ", found " + found + ")");
  }

  /** Where a row that was read last stands, for messages. */
  public String place(int row) {
    return "file \"" + file + "\", line " + lines[row];
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw CopyFiles.failure(file, e);
    }
  }

  /** Turns fields without quotes that look like NULL into one string that is told by identity. */
  private static final class NullFields implements FieldModifier {
    private final String text;
    private final String marker;

    NullFields(String text) {
      this.text = text;
      marker = new String(text.toCharArray());
    }

    @Override
    public String modify(long line, int index, boolean quoted, String field) {
      return !quoted && field.equals(text) ? marker : field;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isNull(String field) {
      return field == marker;
    }
  }
}
