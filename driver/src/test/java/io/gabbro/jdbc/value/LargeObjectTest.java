package io.gabbro.jdbc.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LargeObjectTest {
  @Test
  void bytesAreReadByPosition() throws SQLException {
    Blob blob = new MemoryBlob(new byte[] {1, 2, 3, 2, 3});
    assertEquals(5, blob.length());
    assertArrayEquals(new byte[] {2, 3}, blob.getBytes(2, 2));
    assertArrayEquals(new byte[] {3}, blob.getBytes(5, 100));
    assertArrayEquals(new byte[0], blob.getBytes(6, 1));
    assertEquals(2, blob.position(new byte[] {2, 3}, 1));
    assertEquals(4, blob.position(new MemoryBlob(new byte[] {2, 3}), 3));
    assertEquals(-1, blob.position(new byte[] {9}, 1));
    assertEquals("22023", state(() -> blob.getBytes(0, 1)));
    assertEquals("22023", state(() -> blob.getBytes(7, 1)));
    assertEquals("22023", state(() -> blob.getBytes(1, -1)));
  }

  @Test
  void bytesAreWritten() throws Exception {
    Blob blob = new MemoryBlob(new byte[0]);
    assertEquals(3, blob.setBytes(1, new byte[] {1, 2, 3}));
    assertEquals(2, blob.setBytes(3, new byte[] {0, 8, 9}, 1, 2));
    try (OutputStream stream = blob.setBinaryStream(2)) {
      stream.write(7);
    }
    assertArrayEquals(new byte[] {1, 7, 8, 9}, blob.getBinaryStream().readAllBytes());
    assertArrayEquals(new byte[] {7, 8}, blob.getBinaryStream(2, 2).readAllBytes());
    blob.truncate(1);
    assertEquals(1, blob.length());
    blob.free();
    assertEquals("55000", state(blob::length));
  }

  @Test
  void charactersAreReadByPosition() throws Exception {
    Clob clob = new MemoryClob("größe");
    assertEquals(5, clob.length());
    assertEquals("öß", clob.getSubString(3, 2));
    assertEquals(4, clob.position("ße", 1));
    assertEquals(-1, clob.position(new MemoryClob("x"), 1));
    assertEquals('ö', clob.getCharacterStream(3, 1).read());
    assertArrayEquals(
        "größe".getBytes(StandardCharsets.UTF_8), clob.getAsciiStream().readAllBytes());
  }

  @Test
  void charactersAreWritten() throws Exception {
    Clob clob = new MemoryClob("");
    clob.setString(1, "abc");
    clob.setString(3, "xyz", 1, 2);
    try (Writer writer = clob.setCharacterStream(1)) {
      writer.write("ü");
    }
    try (OutputStream stream = clob.setAsciiStream(5)) {
      stream.write('!');
    }
    assertEquals("übyz!", clob.getSubString(1, 100));
    clob.truncate(2);
    assertEquals("üb", Streams.text(clob));
    clob.free();
    assertEquals("55000", state(clob::length));
  }

  @Test
  void streamsHaveTheLengthThatIsSaid() throws SQLException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[20_000]);
    assertEquals(9_000, Streams.bytes(bytes, 9_000).length);
    assertEquals(11_000, Streams.bytes(bytes, Streams.TO_THE_END).length);
    StringReader text = new StringReader("abc");
    assertEquals("ab", Streams.text(text, 2));
    assertEquals("22023", state(() -> Streams.text(text, 2)));
  }

  private interface Work {
    Object run() throws SQLException;
  }

  private static String state(Work work) {
    return assertThrows(SQLException.class, work::run).getSQLState();
  }
}
