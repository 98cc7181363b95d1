package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeSyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT {d '2024-01-31'} | SELECT DATE '2024-01-31'",
        "SELECT {t'12:00:00'} | SELECT TIME '12:00:00'",
        "SELECT { ts  '2024-01-31 12:00:00' }, 1 | SELECT TIMESTAMP '2024-01-31 12:00:00' , 1",
        "SELECT {fn ucase({fn LCASE('{x}')})} | SELECT upper(lower('{x}'))",
        "SELECT {fn curdate()}, {fn now()} | SELECT current_date, now()",
        "SELECT {fn log10(100)}, {fn log(1)} | SELECT log(100), ln(1)",
        "SELECT * FROM {oj a LEFT JOIN b ON a.x = b.x} | SELECT * FROM a LEFT JOIN b ON a.x = b.x",
        "SELECT a LIKE 'x!%' {escape '!'} | SELECT a LIKE 'x!%' ESCAPE '!'",
        "SELECT a FROM t {limit 5 offset 2} | SELECT a FROM t LIMIT 5 offset 2",
        "SELECT '{d ''x''}', \"{d}\" {d '2024-01-31'} | SELECT '{d ''x''}', \"{d}\" DATE '2024-01-31'",
        "SELECT E'it\\'s {d' {d '2024-01-31'} | SELECT E'it\\'s {d' DATE '2024-01-31'",
        "SELECT 1 /* {d /* } */ */ {t '1:00'} -- {t | SELECT 1 /* {d /* } */ */ TIME '1:00' -- {t"
      })
  void translations(String sql, String expected) throws SQLException {
    assertEquals(expected, EscapeSyntax.translate(sql));
  }

  @Test
  void aStatementWithoutBracesStaysTheSame() throws SQLException {
    String sql = "SELECT 1";
    assertSame(sql, EscapeSyntax.translate(sql));
  }

  @ParameterizedTest
  @CsvSource({
    "'SELECT\n {d ''2024-01-31''', 42601",
    "'SELECT {x 1}', 42601",
    "'SELECT {', 42601",
    "'{call p()}', 42P99",
    "'{? = call p()}', 42P99"
  })
  void errors(String sql, String sqlState) {
    SQLException error = assertThrows(SQLException.class, () -> EscapeSyntax.translate(sql));
    assertEquals(sqlState, error.getSQLState());
  }

  @Test
  void anErrorSaysWhere() {
    SQLException error =
        assertThrows(SQLException.class, () -> EscapeSyntax.translate("SELECT 1,\n  {q 1}"));
    assertTrue(error.getMessage().contains("line 2, column 4"), error.getMessage());
  }
}
