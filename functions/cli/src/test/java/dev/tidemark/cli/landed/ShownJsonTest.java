package dev.tidemark.cli.landed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that a terminal can show. */
class ShownJsonTest {
  @Test
  void each_member_has_a_line_and_no_spelling_changes() {
    assertThat(
            ShownJson.pretty(
                "{\"a\":1.10,\"a\":1E400,\"b\":[],\"c\":{ },\"d\":[1,{\"e,}\":\"x\\\"{:\"}]}"))
        .isEqualTo(
            """
            {
              "a": 1.10,
              "a": 1E400,
              "b": [],
              "c": {},
              "d": [
                1,
                {
                  "e,}": "x\\"{:"
                }
              ]
            }\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[31mred\u001b[0m",
        "\u009b31m\u0007\u007f",
        "\u202egnp.exe\u2066",
        "\u2028\u2029",
        "\uD83D\uDE00 ä 中",
        "\uDB40\uDC41"
      })
  void a_terminal_gets_no_character_that_it_obeys_and_the_json_is_the_same(String text)
      throws IOException {
    String json = "{\"id\":\"" + text + "\"}";
    for (String shown : new String[] {ShownJson.pretty(json), ShownJson.line(json)}) {
      assertThat(shown.codePoints().filter(c -> c != '\n'))
          .noneMatch(Character::isISOControl)
          .noneMatch(c -> Character.getType(c) == Character.FORMAT);
      if (text.codePoints().noneMatch(c -> c < ' ')) {
        assertThat(new ObjectMapper().readTree(shown).path("id").asText()).isEqualTo(text);
      }
    }
    assertThat(ShownJson.line("\"\u009b\"")).isEqualTo("\"\\u009b\"");
  }
}
