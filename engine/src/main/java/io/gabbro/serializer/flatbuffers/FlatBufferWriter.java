package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.nio.ByteBuffer;
import java.util.List;

/** Builds FlatBuffers from columns. The same columns give the same bytes. Not thread-safe. */
final class FlatBufferWriter implements ValueWriter {
  private static final int MAX_BYTES = 1 << 28;

  private final FlatBufferBuilder builder = new FlatBufferBuilder(1024);
  private final List<MappedField> fields;
  private final TableTemplate template;
  private final TableEncoder tables;
  private final FlatBufferReader reader;
  private final FlatBufferVerifier verifier;
  private final ColumnVector[] oldColumns;
  private final boolean[] kept;
  private final String identifier;

  /**
   * A writer.
   *
   * @param reader reads {@code fields}
   */
  FlatBufferWriter(
      FlatBufferSchema schema,
      SchemaObject root,
      List<MappedField> fields,
      ColumnTypes types,
      FlatBufferReader reader,
      FlatBufferVerifier verifier) {
    this.fields = fields;
    this.reader = reader;
    this.verifier = verifier;
    template = TableTemplate.of(schema, root, fields);
    tables = new TableEncoder(builder, schema, fields, types);
    identifier = schema.isRootType(root) ? schema.fileIdentifier().orElse(null) : null;
    kept = new boolean[fields.size()];
    oldColumns =
        fields.stream()
            .map(field -> ColumnVector.allocate(field.column().type().vectorKind(), 1))
            .toArray(ColumnVector[]::new);
  }

  @Override
  public void write(ColumnVector[] columns, int row, ByteBuilder target) {
    for (int index = 0; index < columns.length; index++) {
      if (!TableTemplate.isWritable(fields.get(index)) && !columns[index].isNull(row)) {
        throw readOnly(fields.get(index));
      }
      kept[index] = false;
    }
    finish(columns, row, OldTables.NO_TABLE, target);
  }

  @Override
  public void rewrite(
      ColumnVector[] columns, int row, byte[] old, int offset, int length, ByteBuilder target) {
    verifier.verify(old, offset, length);
    int[] offsets = {offset, offset + length};
    reader.begin(
        old,
        offsets,
        1,
        (bad, problem) -> {
          throw ObjectCopier.lost(problem);
        });
    for (int index = 0; index < columns.length; index++) {
      MappedField field = fields.get(index);
      boolean writable = TableTemplate.isWritable(field);
      kept[index] =
          (!writable || TableTemplate.isWritableVector(field))
              && isUnchanged(index, columns[index], row);
      if (!writable && !kept[index]) {
        throw readOnly(field);
      }
    }
    finish(columns, row, tables.beginOld(old, offset, offset + length), target);
  }

  private boolean isUnchanged(int index, ColumnVector column, int row) {
    ColumnVector old = oldColumns[index];
    reader.decode(index, Selection.ofAll(1), old);
    return old.isNull(0)
        ? column.isNull(row)
        : !column.isNull(row) && old.equalValues(0, column, row);
  }

  private static GabbroException readOnly(MappedField field) {
    return new GabbroException(
        ErrorCode.SERIALIZATION, field + " cannot be written: it can only be read");
  }

  private void finish(ColumnVector[] columns, int row, int oldRoot, ByteBuilder target) {
    requireSpace(columns, row);
    builder.clear();
    tables.begin(columns, row, kept);
    int root = tables.encode(template, oldRoot);
    if (identifier == null) {
      builder.finish(root);
    } else {
      builder.finish(root, identifier);
    }
    ByteBuffer bytes = builder.dataBuffer();
    int at = target.length();
    int length = bytes.remaining();
    target.setLength(at + length);
    bytes.get(target.bytes(), at, length);
  }

  private static void requireSpace(ColumnVector[] columns, int row) {
    long bytes = 0;
    for (ColumnVector column : columns) {
      bytes += column instanceof BytesVector texts && !texts.isNull(row) ? texts.length(row) : 0;
    }
    if (bytes > MAX_BYTES) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, "a FlatBuffer of " + bytes + " bytes is too large");
    }
  }
}
