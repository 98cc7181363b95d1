package io.gabbro.fuzz;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodec;
import io.gabbro.key.KeyCodecs;
import io.gabbro.key.RowKeyCodec;
import io.gabbro.key.RowKeyCodec.Part;
import io.gabbro.key.RowKeyReader;
import io.gabbro.key.TestColumns;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Keys: the first byte says whether of a typed table or of rows; a key that decodes must encode to
 * itself.
 */
final class KeyTarget implements FuzzTarget {
  private static final List<KeyCodec<?>> CODECS =
      List.of(
          KeyCodecs.STRING,
          KeyCodecs.BYTES,
          KeyCodecs.BUFFER,
          KeyCodecs.INT,
          KeyCodecs.LONG,
          KeyCodecs.UNSIGNED_LONG,
          KeyCodecs.UUID,
          KeyCodecs.INSTANT,
          KeyCodecs.LITTLE_ENDIAN_INT,
          KeyCodecs.LITTLE_ENDIAN_LONG,
          KeyCodecs.pair(KeyCodecs.STRING, KeyCodecs.LONG),
          KeyCodecs.pair(KeyCodecs.INT, KeyCodecs.BYTES));

  private final List<SqlType> types = TestColumns.types();

  @Override
  public void accept(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int form = input[0] & 0xFF;
    if (form < CODECS.size()) {
      typed(CODECS.get(form), Arrays.copyOfRange(input, 1, input.length));
    } else {
      rows(input);
    }
  }

  private static <K> void typed(KeyCodec<K> codec, byte[] key) {
    K decoded;
    try {
      decoded = codec.decode(key, 0, key.length);
    } catch (GabbroException e) {
      return;
    }
    ByteBuilder again = new ByteBuilder();
    codec.encode(decoded, again);
    require(Arrays.equals(key, again.toByteArray()), "another key: " + decoded);
  }

  /** The next bytes choose the parts: their number, then a type and flags each. */
  private void rows(byte[] input) {
    int at = 1;
    List<Part> parts = new ArrayList<>();
    int count = at < input.length ? 1 + (input[at++] & 3) : 1;
    for (int part = 0; part < count; part++) {
      int choice = at < input.length ? input[at++] & 0xFF : 0;
      parts.add(
          new Part(types.get((choice >> 2) % types.size()), (choice & 1) != 0, (choice & 2) != 0));
    }
    RowKeyCodec codec = new RowKeyCodec(new byte[] {1}, parts);
    byte[] key = Arrays.copyOfRange(input, at - 1, input.length);
    key[0] = 1;
    RowKeyReader reader = codec.newReader();
    List<String> problems = new ArrayList<>();
    reader.begin(key, new int[] {0, key.length}, 1, (row, problem) -> problems.add(problem));
    if (problems.isEmpty()) {
      check(codec, reader, key);
    }
    require(problems.size() <= 1, "more than one problem");
  }

  private static void check(RowKeyCodec codec, RowKeyReader reader, byte[] key) {
    ColumnVector[] columns = new ColumnVector[codec.partCount()];
    boolean isCanonical = true;
    for (int part = 0; part < columns.length; part++) {
      SqlType type = codec.parts().get(part).type();
      columns[part] = ColumnVector.allocate(type.vectorKind(), 1);
      reader.decode(part, Selection.ofAll(1), columns[part]);
      isCanonical &= !type.kind().isFloating();
    }
    ByteBuilder again = new ByteBuilder();
    codec.encode(columns, 0, again);
    require(again.length() == key.length, "a key of another length");
    require(!isCanonical || Arrays.equals(key, again.toByteArray()), "another key");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalStateException(message);
    }
  }

  @Override
  public List<byte[]> seeds() {
    Random random = new Random(1);
    List<byte[]> seeds = new ArrayList<>();
    for (int codec = 0; codec < CODECS.size(); codec++) {
      seeds.add(new byte[] {(byte) codec, (byte) 0x80, 0, 0, 1});
      seeds.add(new byte[] {(byte) codec, 'a', 'b', 0, 1, 0, 0, 5, 6});
    }
    for (int type = 0; type < types.size(); type++) {
      for (int flags = 0; flags < 4; flags++) {
        Part part = new Part(types.get(type), (flags & 1) != 0, (flags & 2) != 0);
        ByteBuilder key = new ByteBuilder();
        ColumnVector column = TestColumns.column(part.type(), 10, part.nullable(), random);
        new RowKeyCodec(new byte[] {1}, List.of(part)).encode(new ColumnVector[] {column}, 3, key);
        ByteBuilder seed = new ByteBuilder();
        seed.put(new byte[] {(byte) 0xFF, 0, (byte) (type << 2 | flags)});
        seed.put(Arrays.copyOfRange(key.toByteArray(), 1, key.length()));
        seeds.add(seed.toByteArray());
      }
    }
    return seeds;
  }
}
