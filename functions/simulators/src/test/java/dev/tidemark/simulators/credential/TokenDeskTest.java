package dev.tidemark.simulators.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenDeskTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Reply GRANTED = Reply.of(200, "application/json", "{}");
  private static final TokenDesk DESK =
      new TokenDesk(false, Map.of("grant_type", "client_credentials"), "Basic YTpi", GRANTED);

  private static int asked(TokenDesk desk, String type, String shown, String body) {
    Map<String, String> headers =
        shown.isEmpty()
            ? Map.of("content-type", type)
            : Map.of("content-type", type, "authorization", shown);
    Request request =
        new Request(1, Instant.EPOCH, "POST", "/token", QueryString.parse(null), headers, body);
    return desk.answer(request).status();
  }

  @Test
  void gives_a_token_for_exactly_what_it_wants() {
    assertThat(asked(DESK, FORM, "Basic YTpi", "grant_type=client_credentials")).isEqualTo(200);
    assertThat(asked(DESK, FORM, "", "grant_type=client_credentials")).isEqualTo(401);
    assertThat(asked(DESK, FORM, "Basic YTpj", "grant_type=client_credentials")).isEqualTo(401);
    assertThat(asked(DESK, FORM, "Basic YTpi", "grant_type=password")).isEqualTo(400);
    assertThat(asked(DESK, FORM, "Basic YTpi", "grant_type=client_credentials&client_secret=b"))
        .as("the secret at another place besides")
        .isEqualTo(400);
    assertThat(asked(DESK, "application/json", "Basic YTpi", "{}")).isEqualTo(415);
  }

  @Test
  void of_json_wants_every_member_and_no_header() {
    TokenDesk desk = new TokenDesk(true, Map.of("user", "a", "password", "b"), null, GRANTED);
    String json = "application/json";
    assertThat(asked(desk, json, "", "{\"user\":\"a\",\"password\":\"b\"}")).isEqualTo(200);
    assertThat(asked(desk, json, "", "{\"user\":\"a\"}")).isEqualTo(400);
    assertThat(asked(desk, json, "Basic YTpi", "{\"user\":\"a\",\"password\":\"b\"}"))
        .isEqualTo(401);
  }
}
