package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.AbstractValueSerializerContractTest;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.serializer.foryrow.ForyRowBytesTest.Coll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

class ForyRowSerializerTest extends AbstractValueSerializerContractTest<ForyRow> {
  private static final ForyRowSchema SCHEMA = ForyRowSchema.of(Coll.class);

  private final List<Example<ForyRow>> examples = List.of(example("coll"), example("collnull"));

  private static Example<ForyRow> example(String name) {
    try {
      Map<String, byte[]> golden = ForyRowBytesTest.golden();
      byte[] bytes = golden.get(name);
      return new Example<>(
          ForyRow.of(SCHEMA, ByteBuffer.wrap(bytes)), HexFormat.of().formatHex(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected ValueSerializer<ForyRow> serializer() {
    return new ForyRowSerializer(SCHEMA);
  }

  @Override
  protected List<Example<ForyRow>> examples() {
    return examples;
  }

  @Override
  protected String describe(ForyRow row) {
    StringBuilder text = new StringBuilder();
    ForyRow home = row.getStruct("home_address");
    text.append(home == null ? null : home.getString("city") + home.getInt("zip"));
    ForyRowMap scores = row.getMap("scores");
    for (int index = 0; index < scores.size(); index++) {
      text.append(scores.keys().getString(index)).append(scores.values().getInt(index));
    }
    ForyRowArray tags = row.getArray("tags");
    for (int index = 0; index < tags.size(); index++) {
      text.append(tags.getString(index));
    }
    return text.toString();
  }
}
