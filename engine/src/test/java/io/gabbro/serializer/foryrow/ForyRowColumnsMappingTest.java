package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.AbstractValueMappingContractTest;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contract of mappings for rows whose fields are the columns, with a hash in front. */
class ForyRowColumnsMappingTest extends AbstractValueMappingContractTest {
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.BOOLEAN,
          SqlType.TINYINT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.REAL,
          SqlType.DOUBLE,
          SqlType.numeric(38, 3),
          SqlType.TEXT,
          SqlType.BYTEA,
          SqlType.DATE,
          SqlType.TIMESTAMP,
          SqlType.TIMESTAMP_WITH_TIME_ZONE);

  @Override
  protected TableSerializer serializer() {
    return new ForyRowTableSerializer(
        name -> {
          throw new AssertionError(name);
        });
  }

  @Override
  protected MappingOptions options() {
    return new MappingOptions(Map.of("hash", "a609080000000000"));
  }

  /** More than 64 columns, so that there are two words of nulls. */
  @Override
  protected List<ValueField> fields() {
    List<ValueField> fields = new ArrayList<>();
    for (int index = 0; index < 70; index++) {
      SqlType type = TYPES.get(index % TYPES.size());
      fields.add(new ValueField("c" + index, type, "c" + index, Optional.empty()));
    }
    return fields;
  }

  @Override
  protected boolean isNullable(ValueField field) {
    return true;
  }

  @Override
  protected boolean canMapSome() {
    return false;
  }
}
