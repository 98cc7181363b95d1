package io.gabbro.serializer.fory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.AbstractValueSerializerContractTest;
import io.gabbro.serializer.ValueSerializer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForySerializerTest extends AbstractValueSerializerContractTest<ForySerializerTest.User> {
  private static final ForySerializer<User> SERIALIZER =
      ForySerializer.builder(User.class, 100).register(Address.class, 101).build();

  /** The root of the objects. */
  public record User(long id, String name, double revenue, Address address, List<Object> tags) {}

  /** A part of them. */
  public record Address(String city, int zip) {}

  /** The root with one field more and one less. */
  public record NewUser(long id, String name, String mail, Address address, List<Object> tags) {}

  /** A class that nobody registers. */
  public record Stranger(int number) {}

  @Override
  protected ValueSerializer<User> serializer() {
    return SERIALIZER;
  }

  @Override
  protected List<Example<User>> examples() {
    return List.of(
        new Example<>(
            new User(7, "ann", 1.5, new Address("Rome", 5), List.of("x", "y")),
            "00ff1c002620935ba4a40f26100b1c64444495236840141414a0601408460063892520141c26340c201415264c069008165e000000000000f83f0e000000ff1c020f90f41944354c4e10051c6514650f1405260913c014150aff10526f6d65ff0c616e6effce02081504780479"),
        new Example<>(
            new User(-1, null, 0, null, null),
            "00ff1c002620935ba4a40f26100b1c64444495236840141414a0601408460063892520141c26340c201415264c069008165e0000000000000000fefffffffdfdfd"));
  }

  @Override
  protected String describe(User value) {
    return value.toString();
  }

  @Test
  void refusesObjectsOfUnknownClasses() {
    User user = new User(7, "ann", 1.5, null, List.of(new Stranger(1)));
    GabbroException e =
        assertThrows(GabbroException.class, () -> SERIALIZER.serialize(user, new ByteBuilder()));
    assertEquals(ErrorCode.SERIALIZATION, e.code());
  }

  @Test
  void refusesToReadUnknownClasses() {
    ForySerializer<User> wider =
        ForySerializer.builder(User.class, 100)
            .register(Address.class, 101)
            .register(Stranger.class, 102)
            .build();
    ByteBuilder bytes = new ByteBuilder();
    wider.serialize(new User(7, "ann", 1.5, null, List.of(new Stranger(1))), bytes);
    GabbroException e =
        assertThrows(
            GabbroException.class, () -> SERIALIZER.deserialize(bytes.bytes(), 0, bytes.length()));
    assertEquals(ErrorCode.SERIALIZATION, e.code());
  }

  @Test
  void refusesAnotherRegisteredClassAsRoot() {
    ByteBuilder bytes = new ByteBuilder();
    ForySerializer.builder(Address.class, 101).build().serialize(new Address("Rome", 5), bytes);
    GabbroException e =
        assertThrows(
            GabbroException.class, () -> SERIALIZER.deserialize(bytes.bytes(), 0, bytes.length()));
    assertTrue(e.getMessage().contains("it is " + Address.class.getTypeName()), e.getMessage());
  }

  @Test
  void refusesBytesBehindTheObject() {
    ByteBuilder bytes = new ByteBuilder();
    SERIALIZER.serialize(new User(7, "ann", 1.5, null, List.of()), bytes);
    bytes.putByte(0);
    GabbroException e =
        assertThrows(
            GabbroException.class, () -> SERIALIZER.deserialize(bytes.bytes(), 0, bytes.length()));
    assertTrue(e.getMessage().contains("1 bytes follow the object"), e.getMessage());
  }

  @Test
  void fieldsMayComeAndGo() {
    ByteBuilder bytes = new ByteBuilder();
    SERIALIZER.serialize(new User(7, "ann", 1.5, new Address("Rome", 5), List.of("x")), bytes);
    ForySerializer<NewUser> newer =
        ForySerializer.builder(NewUser.class, 100).register(Address.class, 101).build();
    assertEquals(
        new NewUser(7, "ann", null, new Address("Rome", 5), List.of("x")),
        newer.deserialize(bytes.bytes(), 0, bytes.length()));
  }

  @Test
  void aNumberIsGivenOnce() {
    ForySerializer.Builder<User> builder = ForySerializer.builder(User.class, 100);
    GabbroException e =
        assertThrows(GabbroException.class, () -> builder.register(Address.class, 100));
    assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
  }
}
