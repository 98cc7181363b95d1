package io.gabbro.benchmarks.data;

/**
 * A row of TPC-H {@code lineitem} with its 16 columns.
 *
 * <p>Money is in cents and discount and tax are in hundredths, so that the row stays exact whatever
 * type an engine gives the column. Dates are days since 1970-01-01.
 */
public record LineItem(
    long orderKey,
    long partKey,
    long supplierKey,
    int lineNumber,
    long quantity,
    long extendedPriceCents,
    long discountPercent,
    long taxPercent,
    String returnFlag,
    String lineStatus,
    int shipDate,
    int commitDate,
    int receiptDate,
    String shipInstructions,
    String shipMode,
    String comment) {}
