package io.gabbro.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.session.SqlTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that COPY reads. The first byte chooses the options. */
final class CsvTarget implements FuzzTarget {
  private static final List<String> OPTIONS =
      List.of(
          "",
          " WITH (HEADER)",
          " WITH (DELIMITER ';', NULL 'null')",
          " WITH (QUOTE '''')",
          " WITH (ENCODING 'UTF-16')",
          " WITH (ENCODING 'ISO-8859-1')");

  private final SqlTester sql = SqlTester.inMemory();
  private final Path file;

  CsvTarget() {
    try {
      file = Files.createTempFile("fuzz", ".csv");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    file.toFile().deleteOnExit();
    sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c NUMERIC(10, 2), d DATE, e BYTEA)");
  }

  @Override
  public void accept(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    Files.write(file, java.util.Arrays.copyOfRange(input, 1, input.length));
    sql.run("BEGIN");
    try {
      sql.run("COPY t FROM '" + file + "'" + OPTIONS.get((input[0] & 0xFF) % OPTIONS.size()));
    } catch (GabbroException e) {
      if (e.code() == ErrorCode.INTERNAL) {
        throw e;
      }
    } finally {
      sql.run("ROLLBACK");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        "\0001,text,2.50,2024-02-29,\\x00ff\n2,,,,\n".getBytes(UTF_8),
        "\1a,b,c,d,e\n1,\"with \"\"quotes\"\",\nand lines\",1,2024-01-01,\\x\n".getBytes(UTF_8),
        "\0021;null;null;null;null\r\n".getBytes(UTF_8),
        "\0031,'it''s',1,,\n".getBytes(UTF_8),
        "\0051,\u00e9,1,,\n".getBytes(UTF_8));
  }
}
