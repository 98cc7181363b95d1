package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopyTest {
  @TempDir Path directory;
  private SqlTester sql;

  @BeforeEach
  void open() {
    sql = SqlTester.inMemory();
    sql.run("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, price NUMERIC(8,2), d DATE)");
  }

  @AfterEach
  void close() {
    sql.close();
  }

  private String file(String name, String... lines) throws IOException {
    return Files.write(directory.resolve(name), java.util.List.of(lines)).toString();
  }

  @Test
  void readsQuotesNullsAndLineBreaks() throws IOException {
    String file =
        file(
            "in.csv",
            "id,name,price,d",
            "1,\"a \"\"b\"\", c\",1.5,2024-01-31",
            "2,,,",
            "3,\"\",0,2024-02-29",
            "4,\"two",
            "lines\",7,");
    assertEquals(
        java.util.List.of("[4]"), sql.run("COPY t FROM '" + file + "' WITH (FORMAT csv, HEADER)"));
    sql.check(
        "SELECT * FROM t",
        "1|a \"b\", c|1.50|2024-01-31",
        "2|null|null|null",
        "3||0.00|2024-02-29",
        "4|two\nlines|7.00|null");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    sql.run(
        "INSERT INTO t VALUES (1, 'a,\"b', 1.5, '2024-01-31'), (2, NULL, NULL, NULL), (3, '', -1,"
            + " NULL), (4, E'x\\ny', 9, NULL)");
    java.util.List<String> before = sql.run("SELECT * FROM t");
    for (String name : new String[] {"out.csv", "out.csv.gz"}) {
      String file = directory.resolve(name).toString();
      sql.check("COPY (SELECT * FROM t) TO '" + file + "' WITH (FORMAT csv, HEADER true)", "[4]");
      sql.run("TRUNCATE t");
      sql.check("COPY t FROM '" + file + "' WITH (FORMAT csv, HEADER true)", "[4]");
      assertEquals(before, sql.run("SELECT * FROM t"));
    }
  }

  @Test
  void errorsNameLineAndColumnAndNothingStays() throws IOException {
    GabbroException error =
        sql.fails(
            ErrorCode.INVALID_TEXT_REPRESENTATION,
            "COPY t FROM '" + file("bad.csv", "1,a,1,", "2,b,x,") + "'");
    assertTrue(error.getMessage().contains("line 2, column \"price\""), error.getMessage());
    error =
        sql.fails(
            ErrorCode.BAD_COPY_FORMAT, "COPY t FROM '" + file("short.csv", "1,a,1,", "2,b") + "'");
    assertTrue(error.getMessage().contains("line 2"), error.getMessage());
    assertTrue(error.getMessage().contains("\"price\""), error.getMessage());
    error =
        sql.fails(
            ErrorCode.UNIQUE_VIOLATION,
            "COPY t FROM '" + file("twice.csv", "1,a,1,", "2,b,1,", "1,c,1,") + "'");
    assertTrue(error.getMessage().contains("line 3"), error.getMessage());
    error =
        sql.fails(
            ErrorCode.NOT_NULL_VIOLATION,
            "COPY t FROM '" + file("null.csv", "1,a,1,", ",b,1,") + "'");
    assertTrue(error.getMessage().contains("line 2"), error.getMessage());
    sql.fails(ErrorCode.UNDEFINED_FILE, "COPY t FROM '" + directory.resolve("none.csv") + "'");
    sql.fails(
        ErrorCode.UNDEFINED_OPTION, "COPY t FROM '" + file("o.csv", "") + "' WITH (HEADR true)");
    sql.check("SELECT count(*) FROM t", "0");
  }

  @Test
  void needsFileAccess() {
    try (SqlTester without = new SqlTester("mem:", Map.of())) {
      without.run("CREATE TABLE t (a INTEGER)");
      without.fails(ErrorCode.INSUFFICIENT_PRIVILEGE, "COPY t FROM '/tmp/x.csv'");
      without.fails(ErrorCode.INSUFFICIENT_PRIVILEGE, "COPY (SELECT 1) TO '/tmp/x.csv'");
      without.fails(ErrorCode.WRONG_OBJECT, "SET file_access = true");
    }
  }
}
