package io.gabbro.copy;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.vector.BytesVector;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the records of a CSV file into vectors of text. */
public final class CsvSource implements AutoCloseable {
  private final String file;
  private final List<String> columns;
  private final Reader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final long[] lines;
  private final BytesVector[] vectors;
  private final int capacity;
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
    reader = CopyFiles.reader(file, options.charset());
    try {
      parser = CSVParser.builder().setReader(reader).setFormat(options.csv()).get();
    } catch (IOException e) {
      throw CopyFiles.failure(file, e);
    }
    records = parser.iterator();
    if (options.header() && hasNext()) {
      records.next();
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
    while (rows < capacity && hasNext()) {
      long line = parser.getCurrentLineNumber();
      CSVRecord row = records.next();
      lines[rows] = Math.max(1, line);
      add(row);
    }
    return rows;
  }

  private boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      String problem =
          e.getCause() instanceof CharacterCodingException
              ? "the text is not in the encoding of the file"
              : e.getCause().getMessage();
      throw GabbroException.causedBy(
          e,
          ErrorCode.BAD_COPY_FORMAT,
          "file \"" + file + "\", line " + parser.getCurrentLineNumber() + ": " + problem);
    }
  }

  private void add(CSVRecord row) {
    if (row.size() != vectors.length) {
      throw new GabbroException(
          ErrorCode.BAD_COPY_FORMAT,
          place(rows)
              + ": "
              + (row.size() < vectors.length
                  ? "no value for column \"" + columns.get(row.size()) + "\""
                  : "there are more values than columns")
              + " (expected "
              + vectors.length
              + ", found "
              + row.size()
              + ")");
    }
    for (int index = 0; index < vectors.length; index++) {
      String value = row.get(index);
      if (value == null) {
        vectors[index].setNull(rows);
      } else {
        vectors[index].setNotNull(rows);
        vectors[index].set(rows, value);
      }
    }
    rows++;
  }

  /** Where a row that was read last stands, for messages. */
  public String place(int row) {
    return "file \"" + file + "\", line " + lines[row];
  }

  @Override
  public void close() {
    try {
      parser.close();
      reader.close();
    } catch (IOException e) {
      throw CopyFiles.failure(file, e);
    }
  }
}
