package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseMetaDataTest extends DatabaseTest {
  private DatabaseMetaData metaData;

  @BeforeEach
  void createTables() throws SQLException {
    execute(
        "CREATE TABLE city (id INT, name VARCHAR(40) NOT NULL, area NUMERIC(9,2) DEFAULT 1.5,"
            + " seen TIMESTAMP, PRIMARY KEY (name, id))",
        "CREATE TABLE c_ty (note TEXT)");
    metaData = connection.getMetaData();
  }

  private static List<Method> calls() {
    return Arrays.stream(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getReturnType() == ResultSet.class)
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
        .toList();
  }

  private static Object[] noFilter(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(DatabaseMetaDataTest::noFilter).toArray();
  }

  private static Object noFilter(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    return type == int.class ? 0 : null;
  }

  /** The names and types of the columns of every call, in metadata-columns.txt. */
  @Test
  void columnsOfEveryCall() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Method call : calls()) {
      ResultSet result = (ResultSet) call.invoke(metaData, noFilter(call));
      ResultSetMetaData columns = result.getMetaData();
      lines.add(call.getName() + "/" + call.getParameterCount());
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        lines.add("  " + columns.getColumnLabel(column) + " " + columns.getColumnTypeName(column));
      }
      result.close();
    }
    Golden.check("metadata-columns.txt", String.join("\n", lines) + "\n");
  }

  @Test
  void everyOtherCallAnswers() throws Exception {
    for (Method call : DatabaseMetaData.class.getMethods()) {
      if (call.getReturnType() != ResultSet.class && call.getParameterCount() == 0) {
        try {
          assertTrue(call.invoke(metaData) != null, call.getName());
        } catch (InvocationTargetException e) {
          throw new AssertionError(call.getName(), e.getCause());
        }
      }
    }
  }

  private static List<String> column(ResultSet result, String label) throws SQLException {
    List<String> values = new ArrayList<>();
    while (result.next()) {
      values.add(result.getString(label));
    }
    result.close();
    return values;
  }

  @Test
  void tables() throws SQLException {
    assertEquals(
        List.of("null,public,c_ty,TABLE", "null,public,city,TABLE"),
        rows(metaData.getTables(null, null, "%", null)).stream()
            .map(row -> row.replaceFirst(",null,null.*", ""))
            .toList());
    assertEquals(2, rows(metaData.getTables(null, "pub%", "c_ty", null)).size());
    assertEquals(1, rows(metaData.getTables("", "public", "c\\_ty", null)).size());
    assertEquals(0, rows(metaData.getTables("other", null, null, null)).size());
    assertEquals(0, rows(metaData.getTables(null, null, "CITY", null)).size());
    assertEquals(0, rows(metaData.getTables(null, null, null, new String[] {"VIEW"})).size());
    assertEquals(
        2, rows(metaData.getTables(null, null, null, new String[] {"VIEW", "TABLE"})).size());
    assertEquals(List.of("TABLE"), rows(metaData.getTableTypes()));
    assertEquals(List.of("public,null"), rows(metaData.getSchemas()));
    assertEquals(List.of(), rows(metaData.getSchemas(null, "x%")));
    assertEquals(List.of(), rows(metaData.getCatalogs()));
  }

  @Test
  void columns() throws SQLException {
    ResultSet area = metaData.getColumns(null, null, "city", "ar%");
    assertTrue(area.next());
    assertEquals(Types.NUMERIC, area.getInt("DATA_TYPE"));
    assertEquals("NUMERIC", area.getString("TYPE_NAME"));
    assertEquals(9, area.getInt("COLUMN_SIZE"));
    assertEquals(2, area.getInt("DECIMAL_DIGITS"));
    assertEquals(10, area.getInt("NUM_PREC_RADIX"));
    assertEquals("1.5", area.getString("COLUMN_DEF"));
    assertEquals(3, area.getInt("ORDINAL_POSITION"));
    assertEquals("YES", area.getString("IS_NULLABLE"));
    assertEquals("NO", area.getString("IS_AUTOINCREMENT"));
    assertEquals(
        List.of("note", "id", "name", "area", "seen"),
        column(metaData.getColumns(null, null, null, null), "COLUMN_NAME"));
    assertEquals(
        List.of("NO", "NO", "YES", "YES"),
        column(metaData.getColumns(null, null, "city", null), "IS_NULLABLE"));
    assertEquals(
        List.of("160"),
        column(metaData.getColumns(null, null, "city", "name"), "CHAR_OCTET_LENGTH"));
  }

  @Test
  void keys() throws SQLException {
    assertEquals(
        List.of("null,public,city,id,2,city_pkey", "null,public,city,name,1,city_pkey"),
        rows(metaData.getPrimaryKeys(null, null, "city")));
    assertEquals(List.of(), rows(metaData.getPrimaryKeys(null, null, "c_ty")));
    assertEquals(List.of(), rows(metaData.getPrimaryKeys(null, "other", "city")));
    assertEquals(
        List.of("name", "id"),
        column(metaData.getIndexInfo(null, null, "city", true, true), "COLUMN_NAME"));
    assertEquals(
        List.of("name", "id"),
        column(
            metaData.getBestRowIdentifier(
                null, null, "city", DatabaseMetaData.bestRowSession, true),
            "COLUMN_NAME"));
  }

  @Test
  void everyTypeCanBeTheTypeOfAColumn() throws SQLException {
    ResultSet types = metaData.getTypeInfo();
    int last = Integer.MIN_VALUE;
    List<String> definitions = new ArrayList<>();
    while (types.next()) {
      assertTrue(types.getInt("DATA_TYPE") >= last);
      last = types.getInt("DATA_TYPE");
      String parameters = types.getString("CREATE_PARAMS");
      String arguments = parameters == null ? "" : parameters.equals("length") ? "(5)" : "(5,2)";
      definitions.add("c" + definitions.size() + " " + types.getString("TYPE_NAME") + arguments);
    }
    assertEquals(18, definitions.size());
    execute("CREATE TABLE all_types (" + String.join(", ", definitions) + ")");
    ResultSetMetaData columns = statement.executeQuery("SELECT * FROM all_types").getMetaData();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      assertTrue(
          definitions.get(column - 1).contains(" " + columns.getColumnTypeName(column)),
          definitions.get(column - 1));
      assertTrue(columns.getColumnDisplaySize(column) < 1000);
    }
  }

  @Test
  void functions() throws SQLException {
    List<String> names = column(metaData.getFunctions(null, null, null), "FUNCTION_NAME");
    assertTrue(names.containsAll(List.of("abs", "count", "upper")), names::toString);
    assertEquals(
        List.of("upper"), column(metaData.getFunctions(null, null, "upp__"), "FUNCTION_NAME"));
    assertEquals(List.of(), rows(metaData.getFunctions(null, "public", null)));
  }

  /** An escape of each function that JDBC is told about. */
  @Test
  void functionsOfEscapes() throws SQLException {
    for (String name : metaData.getNumericFunctions().split(",")) {
      String arguments =
          switch (name) {
            case "ATAN2", "MOD", "POWER", "ROUND", "TRUNCATE" -> "(1, 1)";
            case "PI", "RAND" -> "()";
            default -> "(1)";
          };
      assertEquals(1, query("SELECT {fn " + name + arguments + "}").size(), name);
    }
    for (String name : metaData.getStringFunctions().split(",")) {
      String arguments =
          switch (name) {
            case "CHAR" -> "(65)";
            case "CONCAT" -> "('a', 'b')";
            case "LEFT", "RIGHT", "REPEAT" -> "('abc', 2)";
            case "REPLACE" -> "('abc', 'b', 'x')";
            case "SUBSTRING" -> "('abc', 1, 2)";
            default -> "('abc')";
          };
      assertEquals(1, query("SELECT {fn " + name + arguments + "}").size(), name);
    }
    for (String name : metaData.getTimeDateFunctions().split(",")) {
      assertEquals(1, query("SELECT {fn " + name + "()}").size(), name);
    }
    assertEquals(List.of("1"), query("SELECT {fn IFNULL(NULL, 1)}"));
  }

  @Test
  void product() throws Exception {
    assertEquals("Gabbro", metaData.getDatabaseProductName());
    assertEquals("jdbc:gabbro:mem:", metaData.getURL());
    assertEquals(connection, metaData.getConnection());
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<version>" + metaData.getDriverVersion() + "-SNAPSHOT</version>"));
    assertTrue(
        metaData
            .getDriverVersion()
            .startsWith(metaData.getDriverMajorVersion() + "." + metaData.getDriverMinorVersion()));
  }
}
