package io.gabbro.benchmarks.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@link LineItemFile} from its beginning to its end. Not thread-safe. */
public final class LineItemReader implements AutoCloseable {

  private final DataInputStream in;
  private final long rows;
  private long read;

  /** Opens {@code file} at its first row. */
  public LineItemReader(Path file) throws IOException {
    in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    if (in.readLong() != LineItemFile.MAGIC) {
      in.close();
      throw new IOException(file + " is not a file of line items");
    }
    rows = in.readLong();
  }

  /** The number of rows in the whole file. */
  public long rows() {
    return rows;
  }

  /** Reads up to {@code limit} rows; an empty list means the end of the file. */
  public List<LineItem> next(int limit) throws IOException {
    int count = (int) Math.min(limit, rows - read);
    List<LineItem> chunk = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      chunk.add(readRow());
    }
    read += count;
    return chunk;
  }

  private LineItem readRow() throws IOException {
    return new LineItem(
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readUTF(),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
