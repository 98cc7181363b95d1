package io.gabbro.function.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Decimals;
import io.gabbro.type.Int128;
import io.gabbro.type.SqlType;

/** The sum of BIGINT or NUMERIC as NUMERIC. */
final class ExactSum extends WideSum {
  private final SqlType type;

  ExactSum(SqlType type) {
    this.type = type;
  }

  @Override
  void finish(Int128 sum, long count) {
    if (!Decimals.fits(sum, type.length())) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
    }
  }
}
