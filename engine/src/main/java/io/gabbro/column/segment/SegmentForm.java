package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/** The persistent form of segments; docs/storage-format.md describes it. */
final class SegmentForm {
  private static final int VERSION = 1;
  private static final int NULLS = 1;
  private static final int ALL_NULL = 2;
  private static final int BOUNDS = 4;
  private static final int WIDE = 8;
  private static final int HEADER_BYTES = 8;
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  /** The kinds at their codes: append, never reorder. */
  private static final List<VectorKind> KINDS =
      List.of(
          VectorKind.BOOLEAN,
          VectorKind.INT,
          VectorKind.LONG,
          VectorKind.DOUBLE,
          VectorKind.DECIMAL,
          VectorKind.BYTES,
          VectorKind.INTERVAL);

  private SegmentForm() {}

  static void write(Segment segment, ByteBuilder out) {
    SegmentShape shape = segment.shape();
    NullBitmap nulls = shape.nulls();
    ColumnVector bounds = shape.bounds();
    int start = out.length();
    out.putByte(VERSION);
    out.putByte(segment.encoding().code());
    out.putByte(KINDS.indexOf(shape.kind()));
    out.putByte(
        (nulls == null ? 0 : nulls.isAll() ? ALL_NULL : NULLS)
            | (bounds == null ? 0 : BOUNDS)
            | (bounds instanceof DecimalVector decimals && decimals.isWide() ? WIDE : 0));
    out.putIntLittle(shape.rows());
    if (nulls != null && !nulls.isAll()) {
      nulls.write(out);
    }
    if (bounds != null) {
      StoredValues.write(bounds, 2, out);
    }
    segment.writeValues(out);
    out.putIntLittle(checksum(out.bytes(), start, out.length() - start));
  }

  private static int checksum(byte[] bytes, int offset, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, offset, length);
    return (int) checksum.getValue();
  }

  static Segment read(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int end = offset + length - CHECKSUM_BYTES;
    if (length < HEADER_BYTES + CHECKSUM_BYTES
        || checksum(bytes, offset, end - offset) != LittleEndian.getInt(bytes, end)) {
      throw SegmentInput.damaged("does not match its checksum");
    }
    SegmentInput in = new SegmentInput(bytes, offset, end);
    int version = in.unsignedByte();
    if (version != VERSION) {
      throw SegmentInput.damaged("has the unknown version " + version);
    }
    Segment segment = read(in);
    in.checkEnd();
    return segment;
  }

  private static Segment read(SegmentInput in) {
    Encoding encoding = Encoding.ofCode(in.unsignedByte());
    int kindCode = in.unsignedByte();
    int flags = in.unsignedByte();
    int rows = in.intValue();
    boolean wide = (flags & WIDE) != 0;
    boolean allNull = (flags & ALL_NULL) != 0;
    in.check(encoding != null && kindCode < KINDS.size() && rows > 0 && flags < 2 * WIDE);
    VectorKind kind = KINDS.get(kindCode);
    in.check(!wide || kind == VectorKind.DECIMAL);
    in.check(!allNull || encoding == Encoding.CONSTANT);
    NullBitmap nulls =
        allNull ? NullBitmap.all(rows) : (flags & NULLS) != 0 ? NullBitmap.read(in, rows) : null;
    ColumnVector bounds = (flags & BOUNDS) == 0 ? null : StoredValues.read(kind, wide, 2, in);
    SegmentShape shape = new SegmentShape(kind, rows, nulls, bounds);
    boolean words =
        kind == VectorKind.INT || kind == VectorKind.LONG || (kind == VectorKind.DECIMAL && !wide);
    return words ? words(encoding, shape, in) : values(encoding, shape, wide, in);
  }

  private static Segment words(Encoding encoding, SegmentShape shape, SegmentInput in) {
    in.check(shape.bounds() != null || encoding == Encoding.CONSTANT);
    return switch (encoding) {
      case CONSTANT -> ConstantWords.read(shape, in);
      case RUN_LENGTH -> RunLengthWords.read(shape, in);
      case DICTIONARY -> new DictionaryWords(shape, Dictionary.read(shape, false, in));
      case FRAME_OF_REFERENCE -> FrameOfReferenceWords.read(shape, in);
      case DELTA -> in.bool() ? DeltaWords.read(shape, in) : SequenceWords.read(shape, in);
      case PLAIN -> PlainWords.read(shape, in);
    };
  }

  private static Segment values(
      Encoding encoding, SegmentShape shape, boolean wide, SegmentInput in) {
    return switch (encoding) {
      case CONSTANT -> ConstantValues.read(shape, wide, in);
      case RUN_LENGTH -> RunLengthValues.read(shape, wide, in);
      case DICTIONARY -> {
        in.check(shape.kind() != VectorKind.BOOLEAN);
        yield new DictionaryValues(shape, Dictionary.read(shape, wide, in));
      }
      case FRAME_OF_REFERENCE, DELTA -> throw SegmentInput.damaged("does not decode");
      case PLAIN ->
          switch (shape.kind()) {
            case BOOLEAN -> PlainBooleans.read(shape, in);
            case DOUBLE -> PlainDoubles.read(shape, in);
            case BYTES -> PlainBytes.read(shape, in);
            case INTERVAL -> PlainIntervals.read(shape, in);
            case INT, LONG, DECIMAL -> PlainDecimals.read(shape, in);
          };
    };
  }
}
