package dev.tidemark.core.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BytesTest {
  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void pieces_read_as_one_and_only_what_counts_of_the_last() throws IOException {
    Bytes bytes = new Bytes(List.of(ascii("ab"), ascii("cd"), ascii("ef")), 1);
    assertThat(bytes.size()).isEqualTo(5);
    assertThat(bytes.stream().readAllBytes()).isEqualTo(ascii("abcde"));
  }

  @Test
  void they_can_be_read_again() throws IOException {
    Bytes bytes = Bytes.of(ascii("abc"));
    assertThat(bytes.stream().readAllBytes()).isEqualTo(bytes.stream().readAllBytes());
  }

  @Test
  void their_digest_does_not_depend_on_the_pieces() {
    Bytes pieces = new Bytes(List.of(ascii("ab"), ascii("cX")), 1);
    assertThat(pieces.sha256())
        .isEqualTo(Bytes.of(ascii("abc")).sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
