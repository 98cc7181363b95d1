package io.gabbro.serializer;

import io.gabbro.type.SqlType;
import java.util.Optional;

/**
 * A column of a mapped table that lies in the values.
 *
 * @param name the name of the column
 * @param type its type
 * @param path the names of the fields that lead to it, with dots between them; without a PATH
 *     clause the name of the column
 * @param place where it lies, in values without a schema of their own
 */
public record ValueField(String name, SqlType type, String path, Optional<FixedPlace> place) {}
