package io.gabbro.sqlline;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Prints a small result as a table. */
final class TextTable {
  private TextTable() {}

  /** Reads all rows and prints them. */
  static void print(ResultSet rows, PrintStream output) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String[]> lines = new ArrayList<>();
    String[] header = new String[columns.getColumnCount()];
    for (int index = 0; index < header.length; index++) {
      header[index] = columns.getColumnLabel(index + 1);
    }
    lines.add(header);
    while (rows.next()) {
      String[] line = new String[header.length];
      for (int index = 0; index < line.length; index++) {
        String value = rows.getString(index + 1);
        line[index] = value == null ? "NULL" : value;
      }
      lines.add(line);
    }
    int[] widths = new int[header.length];
    for (String[] line : lines) {
      for (int index = 0; index < line.length; index++) {
        widths[index] = Math.max(widths[index], line[index].length());
      }
    }
    for (int row = 0; row < lines.size(); row++) {
      output.println(line(lines.get(row), widths));
      if (row == 0) {
        output.println(rule(widths));
      }
    }
  }

  private static String line(String[] values, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int index = 0; index < values.length; index++) {
      line.append(index == 0 ? " " : " | ").append(values[index]);
      if (index < values.length - 1) {
        line.append(" ".repeat(widths[index] - values[index].length()));
      }
    }
    return line.toString();
  }

  private static String rule(int[] widths) {
    StringBuilder rule = new StringBuilder();
    for (int index = 0; index < widths.length; index++) {
      rule.append(index == 0 ? "-" : "-+-").append("-".repeat(widths[index]));
    }
    return rule.append('-').toString();
  }
}
