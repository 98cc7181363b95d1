package io.gabbro.benchmarks.data;

import io.airlift.tpch.LineItemGenerator;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes the rows of {@code lineitem} to a file, in key order.
 *
 * <p>The generator needs seconds and hundreds of megabytes for its pool of text. A file keeps both
 * out of the processes that are measured, and gives every engine the same bytes.
 *
 * <p>Layout: {@link #MAGIC}, the number of rows (8 bytes), then row after row: the columns in
 * order, numbers big-endian in the width of {@link LineItem}'s components, text in {@link
 * DataOutputStream#writeUTF modified UTF-8}.
 */
public final class LineItemFile {

  /** The first eight bytes of a file. */
  static final long MAGIC = 0x4c_49_4e_45_49_54_30_31L;

  /** Rows of {@code lineitem} at scale factor 1, rounded down. */
  private static final long ROWS_AT_SCALE_ONE = 6_000_000;

  private LineItemFile() {}

  /**
   * Makes sure that {@code directory} holds the file of the first {@code rows} rows.
   *
   * <p>Up to 6 M rows they are the first rows at scale factor 1, so that there are 10,000 suppliers
   * and 200,000 parts however few rows are asked for.
   *
   * @return the file
   */
  public static Path require(Path directory, long rows) throws IOException {
    Path file = directory.resolve("lineitem-" + rows + ".bin");
    if (Files.exists(file)) {
      return file;
    }
    Files.createDirectories(directory);
    Path unfinished = directory.resolve("lineitem-" + rows + ".tmp");
    write(unfinished, rows);
    return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Path file, long rows) throws IOException {
    double scaleFactor = Math.max(1, Math.ceil((double) rows / ROWS_AT_SCALE_ONE));
    long written = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeLong(MAGIC);
      out.writeLong(rows);
      for (io.airlift.tpch.LineItem item : new LineItemGenerator(scaleFactor, 1, 1)) {
        if (written == rows) {
          break;
        }
        writeRow(out, item);
        written++;
      }
    }
    if (written != rows) {
      throw new IOException("the generator ended after " + written + " of " + rows + " rows");
    }
  }

  private static void writeRow(DataOutputStream out, io.airlift.tpch.LineItem item)
      throws IOException {
    out.writeLong(item.getOrderKey());
    out.writeLong(item.getPartKey());
    out.writeLong(item.getSupplierKey());
    out.writeInt(item.getLineNumber());
    out.writeLong(item.getQuantity());
    out.writeLong(item.getExtendedPriceInCents());
    out.writeLong(item.getDiscountPercent());
    out.writeLong(item.getTaxPercent());
    out.writeUTF(item.getReturnFlag());
    out.writeUTF(item.getStatus());
    out.writeInt(item.getShipDate());
    out.writeInt(item.getCommitDate());
    out.writeInt(item.getReceiptDate());
    out.writeUTF(item.getShipInstructions());
    out.writeUTF(item.getShipMode());
    out.writeUTF(item.getComment());
  }
}
