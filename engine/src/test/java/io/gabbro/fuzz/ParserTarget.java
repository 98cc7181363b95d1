package io.gabbro.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.ast.Statement;
import io.gabbro.error.GabbroException;
import io.gabbro.parser.AstFormatter;
import io.gabbro.parser.SqlParser;
import io.gabbro.parser.StatementSplitter;
import java.io.IOException;
import java.util.List;

/** Texts through the parser; one that parses must survive formatting. */
final class ParserTarget implements FuzzTarget {
  @Override
  public void accept(byte[] input) {
    String text = new String(input, UTF_8);
    try {
      StatementSplitter.split(text);
    } catch (GabbroException e) {
      // A text that does not end properly.
    }
    String formatted;
    try {
      Statement statement = SqlParser.parseStatement(text);
      formatted = AstFormatter.format(statement);
    } catch (GabbroException e) {
      return;
    }
    String again = AstFormatter.format(SqlParser.parseStatement(formatted));
    if (!again.equals(formatted)) {
      throw new IllegalStateException("formatted twice: " + formatted + " and " + again);
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return SqlSeeds.statements();
  }
}
