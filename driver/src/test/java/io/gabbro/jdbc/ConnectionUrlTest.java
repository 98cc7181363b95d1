package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConnectionUrlTest {
  private static DatabaseOptions options(String url, String... properties) {
    Properties info = new Properties();
    for (int index = 0; index < properties.length; index += 2) {
      info.setProperty(properties[index], properties[index + 1]);
    }
    return ConnectionUrl.parse(url).options(info);
  }

  private static ErrorCode errorOf(String url, String... properties) {
    return assertThrows(GabbroException.class, () -> options(url, properties)).code();
  }

  @Test
  void locations() {
    assertEquals("/a/b c", ConnectionUrl.parse("jdbc:gabbro:/a/b c").location());
    assertEquals("./data", ConnectionUrl.parse("jdbc:gabbro:./data").location());
    assertEquals("mem:", ConnectionUrl.parse("jdbc:gabbro:mem:").location());
    assertEquals("mem:x", ConnectionUrl.parse("jdbc:gabbro:mem:x?threads=1").location());
    assertEquals("/a%20b", ConnectionUrl.parse("jdbc:gabbro:/a%20b?").location());
    assertEquals("C:\\data", ConnectionUrl.parse("jdbc:gabbro:C:\\data").location());
  }

  @Test
  void parametersAreDecoded() {
    ConnectionUrl url = ConnectionUrl.parse("jdbc:gabbro:/x?a=b%20c%26d+e&f=&&%67=h=i");
    assertEquals(Map.of("a", "b c&d+e", "f", "", "g", "h=i"), url.parameters());
  }

  @Test
  void foreignUrls() {
    assertFalse(ConnectionUrl.accepts("jdbc:postgresql:x"));
    assertFalse(ConnectionUrl.accepts(null));
    assertTrue(ConnectionUrl.accepts("jdbc:gabbro:"));
  }

  @Test
  void malformedUrls() {
    assertEquals(ErrorCode.INVALID_URL, errorOf("jdbc:gabbro:"));
    assertEquals(ErrorCode.INVALID_URL, errorOf("jdbc:gabbro:?mode=readonly"));
    assertEquals(ErrorCode.INVALID_URL, errorOf("jdbc:gabbro:/x?mode"));
    assertEquals(ErrorCode.INVALID_URL, errorOf("jdbc:gabbro:/x?=readonly"));
    assertEquals(ErrorCode.INVALID_URL, errorOf("jdbc:gabbro:/x?mode=%zz"));
  }

  @Test
  void passwordsAreHidden() {
    assertEquals("jdbc:gabbro:/x", ConnectionUrl.masked("jdbc:gabbro:/x"));
    assertEquals(
        "jdbc:gabbro:/x?user=a&Password=***&p%61ssword=***&mode=readonly&",
        ConnectionUrl.masked("jdbc:gabbro:/x?user=a&Password=s=1&p%61ssword=s2&mode=readonly&"));
    for (String rest : List.of("mode", "mode=%zz", "a=b&password=%zs3cret")) {
      GabbroException e =
          assertThrows(
              GabbroException.class,
              () -> ConnectionUrl.parse("jdbc:gabbro:/x?password=s3cret&" + rest));
      assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
      assertTrue(e.getMessage().contains("password=***"), e.getMessage());
    }
  }

  @Test
  void theUrlWinsOverProperties() {
    DatabaseOptions options =
        options("jdbc:gabbro:/x?durability=none", "Durability", "os", "lock_timeout", "5s");
    assertEquals("none", options.text(Option.DURABILITY));
    assertEquals("5s", options.text(Option.LOCK_TIMEOUT));
  }

  @Test
  void propertiesOfPropertiesCount() {
    Properties defaults = new Properties();
    defaults.setProperty("mode", "readonly");
    DatabaseOptions options =
        ConnectionUrl.parse("jdbc:gabbro:/x").options(new Properties(defaults));
    assertEquals("readonly", options.text(Option.MODE));
  }

  @Test
  void whatFrameworksPassIsIgnored() {
    DatabaseOptions options =
        options("jdbc:gabbro:/x?ApplicationName=me", "user", "u", "password", "p");
    for (Option option : Option.values()) {
      assertFalse(options.isSet(option), option.key());
    }
  }

  @Test
  void unknownAndBadOptions() {
    assertEquals(ErrorCode.UNDEFINED_OPTION, errorOf("jdbc:gabbro:/x?colour=blue"));
    assertEquals(ErrorCode.INVALID_OPTION, errorOf("jdbc:gabbro:/x?mode=blue"));
    GabbroException misspelt =
        assertThrows(GabbroException.class, () -> options("jdbc:gabbro:/x?durabilty=os"));
    assertEquals("did you mean \"durability\"?", misspelt.hint().orElseThrow());
  }
}
