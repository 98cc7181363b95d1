package io.gabbro.storage;

/**
 * An ordered key space of a {@link Database}. Instances belong to the database that made them and
 * are valid until it is closed or the family is dropped; a use after that throws {@code CLOSED}.
 */
public interface ColumnFamily {
  /** Its name, unique in the database. */
  String name();

  /** Its number in write batches, unique in the database and never used again. */
  int id();
}
