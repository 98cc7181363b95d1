package io.gabbro.storage.rocksdb.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Records of the list of files that are not what they should be. */
class EditReaderTest {
  private static final byte COMPARATOR = 1;

  @Test
  void endsAtALengthThatIsNegative() {
    // -11 as a number of ten bytes: back to the beginning of the record.
    byte[] edit = new byte[11];
    Arrays.fill(edit, (byte) 0xff);
    edit[0] = COMPARATOR;
    edit[1] = (byte) 0xf5;
    edit[10] = 1;
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertFalse(new EditReader(edit, edit.length).read()));
  }

  @Test
  void endsAtALengthBehindTheEnd() {
    assertFalse(new EditReader(new byte[] {COMPARATOR, 5, 'a', 'b'}, 4).read());
    assertFalse(new EditReader(new byte[] {COMPARATOR, 5, 'a', 'b', 'c', 'd', 'e'}, 4).read());
  }
}
