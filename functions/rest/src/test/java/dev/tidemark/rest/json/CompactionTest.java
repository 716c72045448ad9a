package dev.tidemark.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Strings of every length, so that each of their ends lies at each place of eight bytes. */
class CompactionTest {
  private static final int LENGTHS = 40;
  private static final String[] ENDS = {
    "", "\\\"", "\\\\", "\\\\\\\"", " ", "\u00e4", "\u4e2d\ud83d", "}", "\t"
  };

  @Test
  void white_space_within_a_string_stays_and_between_tokens_goes() {
    for (int length = 0; length < LENGTHS; length++) {
      for (String end : ENDS) {
        for (int behind = 0; behind < 10; behind++) {
          String string = '"' + "x ".repeat(length).substring(0, length) + end + '"';
          String tail = "1".repeat(behind);
          tries("{ " + string + " : 1" + tail + " }", "{" + string + ":1" + tail + "}");
        }
      }
    }
  }

  private static void tries(String spaced, String compact) {
    byte[] with = spaced.getBytes(StandardCharsets.UTF_8);
    byte[] without = compact.getBytes(StandardCharsets.UTF_8);
    byte[] target = new byte[with.length];
    int end = Compaction.compact(with, 0, with.length, target, 0);
    assertThat(Arrays.copyOf(target, end)).as(spaced).isEqualTo(without);
    assertThat(Compaction.isCompact(with, 0, with.length)).as(spaced).isFalse();
    assertThat(Compaction.isCompact(without, 0, without.length)).as(compact).isTrue();
  }
}
