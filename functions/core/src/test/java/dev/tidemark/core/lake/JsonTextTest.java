package dev.tidemark.core.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void plain_text_is_put_in_quotes() {
    assertThat(JsonText.quote("a b")).isEqualTo("\"a b\"");
  }

  @Test
  void everything_else_is_escaped() {
    assertThat(JsonText.quote("\"\\\n\u0000\u007f\u00e4\ud83d\ude00"))
        .isEqualTo("\"\\\"\\\\\\u000a\\u0000\\u007f\\u00e4\\ud83d\\ude00\"");
  }
}
