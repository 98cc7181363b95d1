package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueReader;
import io.gabbro.serializer.ValueWriter;
import java.util.Arrays;
import java.util.List;

/** Columns over rows of one schema, which may have a hash in front. */
final class ForyRowMapping implements ValueMapping {
  private final ForyRowSchema schema;
  private final byte[] prefix;
  private final List<RowColumn> columns;
  private final RowNode tree;

  ForyRowMapping(ForyRowSchema schema, byte[] prefix, List<RowColumn> columns) {
    this.schema = schema;
    this.prefix = prefix;
    this.columns = columns;
    tree = RowNode.of(schema, columns);
  }

  @Override
  public ValueReader newReader() {
    return new ForyRowReader(columns, prefix);
  }

  @Override
  public ValueWriter newWriter() {
    return new ForyRowWriter(columns, tree, prefix);
  }

  @Override
  public void check(byte[] bytes, int offset, int length) {
    int start = offset + prefix.length;
    if (length < prefix.length || !Arrays.equals(bytes, offset, start, prefix, 0, prefix.length)) {
      throw ForyRowCells.corrupt("it does not start with the hash of its schema");
    }
    RowCheck.check(schema, bytes, start, length - prefix.length);
  }
}
