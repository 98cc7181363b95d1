package io.gabbro.benchmarks.compare;

/** The SQL of the workloads: the same text for every engine, but for the row limit. */
final class Statements {

  static final String CREATE_TABLE =
      """
      CREATE TABLE lineitem (
        l_orderkey BIGINT NOT NULL,
        l_partkey BIGINT NOT NULL,
        l_suppkey BIGINT NOT NULL,
        l_linenumber INTEGER NOT NULL,
        l_quantity NUMERIC(15,2) NOT NULL,
        l_extendedprice NUMERIC(15,2) NOT NULL,
        l_discount NUMERIC(15,2) NOT NULL,
        l_tax NUMERIC(15,2) NOT NULL,
        l_returnflag CHAR(1) NOT NULL,
        l_linestatus CHAR(1) NOT NULL,
        l_shipdate DATE NOT NULL,
        l_commitdate DATE NOT NULL,
        l_receiptdate DATE NOT NULL,
        l_shipinstruct VARCHAR(25) NOT NULL,
        l_shipmode VARCHAR(10) NOT NULL,
        l_comment VARCHAR(44) NOT NULL,
        PRIMARY KEY (l_orderkey, l_linenumber)
      )
      """;

  static final String INSERT =
      "INSERT INTO lineitem VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  static final String POINT_READ =
      "SELECT * FROM lineitem WHERE l_orderkey = ? AND l_linenumber = ?";

  static final String POINT_UPDATE =
      "UPDATE lineitem SET l_quantity = ? WHERE l_orderkey = ? AND l_linenumber = ?";

  static final String RANGE_SCAN =
      "SELECT l_orderkey, l_linenumber, l_extendedprice, l_comment"
          + " FROM lineitem WHERE l_orderkey BETWEEN ? AND ?";

  static final String COUNT = "SELECT COUNT(*) FROM lineitem";

  static final String FILTER_SUM =
      """
      SELECT SUM(l_extendedprice * l_discount), COUNT(*)
      FROM lineitem
      WHERE l_shipdate >= ? AND l_shipdate < ?
        AND l_discount BETWEEN 0.05 AND 0.07 AND l_quantity < 24
      """;

  static final String GROUPS =
      """
      SELECT l_returnflag, l_linestatus,
        SUM(l_quantity), SUM(l_extendedprice), SUM(l_extendedprice * (1 - l_discount)),
        SUM(l_extendedprice * (1 - l_discount) * (1 + l_tax)),
        AVG(l_quantity), AVG(l_extendedprice), AVG(l_discount), COUNT(*)
      FROM lineitem
      WHERE l_shipdate <= ?
      GROUP BY l_returnflag, l_linestatus
      ORDER BY l_returnflag, l_linestatus
      """;

  static final String LIKE = "SELECT COUNT(*) FROM lineitem WHERE l_comment LIKE '%furious%'";

  static final String MANY_GROUPS =
      "SELECT l_suppkey, COUNT(*), SUM(l_quantity) FROM lineitem GROUP BY l_suppkey";

  private Statements() {}

  /** The ten most expensive rows; {@code limit} is the engine's clause for ten rows. */
  static String top(String limit) {
    return "SELECT l_orderkey, l_linenumber, l_extendedprice FROM lineitem"
        + " ORDER BY l_extendedprice DESC "
        + limit;
  }
}
