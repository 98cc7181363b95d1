package io.gabbro.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Statement;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlParserTest {
  @Test
  void numbersParametersInTheOrderOfTheText() {
    ParsedStatement parsed =
        SqlParser.parse("SELECT ? FROM t WHERE a = ? ORDER BY a OFFSET ? LIMIT ?");
    Statement.QueryStatement statement =
        assertInstanceOf(Statement.QueryStatement.class, parsed.statement());
    assertEquals(4, parsed.parameterCount());
    assertEquals(3, parameter(statement.query().limit().orElseThrow()));
    assertEquals(2, parameter(statement.query().offset().orElseThrow()));
  }

  private static int parameter(Expression expression) {
    return assertInstanceOf(Expression.Parameter.class, expression).index();
  }

  @Test
  void parsesTheStatementsOfAScript() {
    List<Statement> statements =
        SqlParser.parseScript(
            ";; SELECT ?; -- a comment; with a semicolon\n BEGIN BATCH DELETE FROM t;; APPLY BATCH;"
                + " COMMIT");
    assertEquals(3, statements.size());
    assertInstanceOf(Statement.QueryStatement.class, statements.get(0));
    Statement.Batch batch = assertInstanceOf(Statement.Batch.class, statements.get(1));
    assertEquals(1, batch.statements().size());
    assertInstanceOf(Statement.Commit.class, statements.get(2));
    assertEquals(new SourcePosition(45, 2, 2), batch.position());
  }

  @Test
  void refusesSeveralStatementsWhereOneIsAllowed() {
    GabbroException error =
        assertThrows(GabbroException.class, () -> SqlParser.parseStatement("COMMIT; COMMIT"));
    assertEquals(ErrorCode.SYNTAX_ERROR, error.code());
    assertEquals(8, error.position().orElseThrow().offset());
  }
}
