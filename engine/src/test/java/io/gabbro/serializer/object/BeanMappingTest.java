package io.gabbro.serializer.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.serializer.AbstractValueMappingContractTest;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueSerializer;
import io.gabbro.serializer.fory.ForySerializer;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract of mappings for beans, with those of Fory. */
class BeanMappingTest extends AbstractValueMappingContractTest {
  private static final ValueSerializer<Account> ACCOUNTS =
      ForySerializer.builder(Account.class, 100)
          .register(Person.Address.class, 101)
          .register(Person.Country.class, 102)
          .build();

  @Override
  protected TableSerializer serializer() {
    return new ObjectTableSerializer("fory", List.of(), options -> ACCOUNTS);
  }

  @Override
  protected MappingOptions options() {
    return MappingOptions.none();
  }

  @Override
  protected List<ValueField> fields() {
    Set<String> readOnly = Set.of("notes", "note_count");
    return serializer().fields(options()).stream()
        .filter(field -> !readOnly.contains(field.name()))
        .toList();
  }

  @Override
  protected boolean isNullable(ValueField field) {
    return !Set.of("id", "locked").contains(field.name());
  }

  @Test
  void propertiesAreInTheOrderOfTheFields() {
    assertEquals(
        "points id owner_name closed locked balance address_city address_zip address_country_code"
            + " notes note_count",
        serializer().fields(options()).stream()
            .map(ValueField::name)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void changesKeepPrivateFields() {
    Account account = new Account();
    account.unseen(3, 4, 5);
    account.setNotes(List.of("n"));
    ByteBuilder old = new ByteBuilder();
    ACCOUNTS.serialize(account, old);
    ColumnVector column = ColumnVector.allocate(SqlType.TEXT.vectorKind(), 1);
    Values.set(SqlType.TEXT, column, 0, "ann");
    List<ValueField> owner =
        fields().stream().filter(field -> field.name().equals("owner_name")).toList();
    ByteBuilder target = new ByteBuilder();
    serializer()
        .map(owner, options())
        .newWriter()
        .rewrite(new ColumnVector[] {column}, 0, old.bytes(), 0, old.length(), target);
    Account changed = ACCOUNTS.deserialize(target.bytes(), 0, target.length());
    assertEquals("ann", changed.getOwnerName());
    assertArrayEquals(new double[] {3, 4, 5}, changed.unseen());
    assertEquals(List.of("n"), changed.getNotes());
  }
}
