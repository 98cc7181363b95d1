package io.gabbro.jdbc.value;

import io.gabbro.type.Decimals;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import java.math.BigDecimal;
import java.sql.SQLException;

/** Reads NUMERIC. */
final class DecimalReader extends ColumnReader {
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  private final int scale;

  /** Ten to the power of the scale; 0 when that is no long. */
  private final long power;

  DecimalReader(SqlType type) {
    super(type);
    scale = type.scale();
    power = scale <= Decimals.LONG_PRECISION ? Decimals.powerOfTen(scale) : 0;
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return toDecimal(vector, row);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return toDecimal(vector, row).toPlainString();
  }

  @Override
  public boolean toBoolean(ColumnVector vector, int row) throws SQLException {
    return NumberRange.toBoolean(toDouble(vector, row));
  }

  @Override
  public long toLong(ColumnVector vector, int row) throws SQLException {
    DecimalVector decimals = (DecimalVector) vector;
    return power != 0 && isNarrow(decimals, row)
        ? decimals.low()[row] / power
        : NumberRange.toLong(toDecimal(vector, row));
  }

  @Override
  public double toDouble(ColumnVector vector, int row) {
    DecimalVector decimals = (DecimalVector) vector;
    long low = decimals.low()[row];
    // Both operands are exact, so that the quotient is the nearest double.
    return power != 0
            && power <= EXACT_IN_DOUBLE
            && low <= EXACT_IN_DOUBLE
            && low >= -EXACT_IN_DOUBLE
            && isNarrow(decimals, row)
        ? (double) low / (double) power
        : toDecimal(vector, row).doubleValue();
  }

  @Override
  public BigDecimal toDecimal(ColumnVector vector, int row) {
    return ((DecimalVector) vector).decimal(row, scale);
  }

  private static boolean isNarrow(DecimalVector decimals, int row) {
    return !decimals.isWide() || decimals.high()[row] == decimals.low()[row] >> 63;
  }
}
