package io.gabbro.serializer.flatbuffers;

import io.gabbro.error.GabbroException;
import io.gabbro.serializer.MappingOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out whether the parts of a schema fit each other. */
final class SchemaCheck {
  private static final int MAX_STRUCT_DEPTH = 64;
  private static final int MAX_INLINE = 0xFFFF - Integer.BYTES;
  private static final int MAX_ALIGNMENT = 256;
  private static final int FIRST_SLOT = 2 * Short.BYTES;
  private static final int IDENTIFIER_LENGTH = 4;

  private final List<SchemaObject> objects;
  private final List<SchemaEnum> enums;

  /** The structs that are known to be sound, by their number. */
  private final Set<Integer> sound = new HashSet<>();

  private SchemaCheck(List<SchemaObject> objects, List<SchemaEnum> enums) {
    this.objects = objects;
    this.enums = enums;
  }

  /**
   * Checks all of a schema.
   *
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION} when something does not fit
   */
  static void check(
      List<SchemaObject> objects, List<SchemaEnum> enums, Optional<String> identifier) {
    SchemaCheck check = new SchemaCheck(objects, enums);
    enums.forEach(check::checkEnum);
    Set<String> names = new HashSet<>();
    for (int index = 0; index < objects.size(); index++) {
      SchemaObject object = objects.get(index);
      require(names.add(object.name()), object.name() + " is declared twice");
      check.checkFields(object);
      if (object.isStruct()) {
        check.checkStruct(index, 0);
      }
    }
    identifier.ifPresent(
        text ->
            require(
                text.length() == IDENTIFIER_LENGTH && text.chars().allMatch(unit -> unit < 0x80),
                "its file_identifier is not four characters"));
  }

  /** The error of a schema that does not fit. */
  static GabbroException damaged(String problem) {
    return MappingOptions.refused("the schema is damaged: " + problem);
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw damaged(problem);
    }
  }

  private void checkEnum(SchemaEnum type) {
    require(type.underlying().isInteger(), type.name() + " is an enum of " + type.underlying());
    require(
        !type.isUnion() || type.underlying().width() == 1,
        type.name() + " is a union of more than 255 members");
    for (SchemaEnum.Value value : type.byName().values()) {
      FieldType member = value.member();
      require(
          !type.isUnion()
              || (BaseType.UTYPE.holds(value.number())
                  && (value.number() != 0 || member.base() == BaseType.NONE)),
          type.name() + " has the member " + value.number());
      switch (member.base()) {
        case NONE, STRING -> {}
        case OBJECT -> require(has(objects, member), type.name() + " has an unknown member");
        default -> throw damaged(type.name() + " has a member of " + member.base());
      }
    }
  }

  private void checkFields(SchemaObject object) {
    require(
        object.byName().size() == object.fields().size(), object + " has two fields of one name");
    for (int id = 0; id < object.fields().size(); id++) {
      SchemaField field = object.fields().get(id);
      String name = object + "." + field.name();
      require(field.id() == id, "the ids of the fields of " + object + " have gaps");
      if (object.isStruct()) {
        checkStructType(field.type(), name);
      } else {
        require(
            field.offset() == FIRST_SLOT + Short.BYTES * id,
            name + " has the id " + id + " and the vtable offset " + field.offset());
        checkTableType(object, field, name);
      }
    }
  }

  private void checkTableType(SchemaObject object, SchemaField field, String name) {
    FieldType type = field.type();
    switch (type.base()) {
      case VECTOR -> {
        require(
            type.element() != BaseType.VECTOR && type.element() != BaseType.ARRAY,
            name + " is a vector of " + type.element());
        checkTableElement(object, field, type.elementType(), name);
      }
      case NONE, ARRAY, VECTOR64 -> throw damaged(name + " is a field of " + type.base());
      default -> checkTableElement(object, field, type, name);
    }
  }

  private void checkTableElement(
      SchemaObject object, SchemaField field, FieldType type, String name) {
    switch (type.base()) {
      case STRING -> {}
      case OBJECT -> require(has(objects, type), name + " is of an unknown type");
      case UNION -> {
        require(has(enums, type) && enums.get(type.index()).isUnion(), name + " is of no union");
        FieldType before = field.id() == 0 ? null : object.fields().get(field.id() - 1).type();
        if (before != null && field.type().base() == BaseType.VECTOR) {
          before = before.base() == BaseType.VECTOR ? before.elementType() : null;
        }
        require(
            before != null && before.base() == BaseType.UTYPE && before.index() == type.index(),
            name + " has no field of its type in front of it");
      }
      default -> checkScalar(type, name);
    }
  }

  private void checkScalar(FieldType type, String name) {
    require(type.base().isScalar(), name + " is of " + type.base());
    boolean named = type.base().isInteger() && type.index() != FieldType.NO_INDEX;
    require(!named || has(enums, type), name + " is of an unknown enum");
    require(
        type.base() != BaseType.UTYPE || (named && enums.get(type.index()).isUnion()),
        name + " is the type of no union");
  }

  private void checkStructType(FieldType type, String name) {
    FieldType single = type.base() == BaseType.ARRAY ? type.elementType() : type;
    require(
        type.base() != BaseType.ARRAY
            || (type.fixedLength() > 0 && type.fixedLength() <= MAX_INLINE),
        name + " is an array of " + type.fixedLength() + " elements");
    if (single.base() == BaseType.OBJECT) {
      require(
          has(objects, single) && objects.get(single.index()).isStruct(), name + " is no struct");
    } else {
      checkScalar(single, name);
    }
  }

  /** Checks where the fields of a struct lie, those of its structs first. */
  private void checkStruct(int index, int depth) {
    if (sound.contains(index)) {
      return;
    }
    SchemaObject struct = objects.get(index);
    require(depth < MAX_STRUCT_DEPTH, struct + " contains itself, or is nested too deep");
    require(
        struct.byteSize() > 0 && struct.byteSize() <= MAX_INLINE,
        struct + " has " + struct.byteSize() + " bytes");
    require(
        Integer.bitCount(struct.alignment()) == 1
            && struct.alignment() <= MAX_ALIGNMENT
            && struct.byteSize() % struct.alignment() == 0,
        struct + " has the alignment " + struct.alignment());
    checkFields(struct);
    long end = 0;
    for (SchemaField field : struct.fields()) {
      FieldType type = field.type();
      boolean array = type.base() == BaseType.ARRAY;
      FieldType single = array ? type.elementType() : type;
      long size = single.base().width();
      if (single.base() == BaseType.OBJECT) {
        checkStruct(single.index(), depth + 1);
        size = objects.get(single.index()).byteSize();
      }
      require(field.offset() >= end, "fields of " + struct + " overlap");
      end = field.offset() + size * (array ? type.fixedLength() : 1);
    }
    require(end <= struct.byteSize(), "fields of " + struct + " leave it");
    sound.add(index);
  }

  private static boolean has(List<?> parts, FieldType type) {
    return type.index() >= 0 && type.index() < parts.size();
  }
}
