package dev.tidemark.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.rest.definition.Auth;
import dev.tidemark.rest.definition.DefinitionReader;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
  private static final Auth BEARER = auth("apiKey: {prefix: \"Bearer \"}");
  private static final Auth BOTH =
      auth("apiKey: {header: X-Key, startsWith: sk-}, accessToken: {prefix: \"Bearer \"}");

  private static Auth auth(String members) {
    String head = "tidemark: 1\nsource: acme\ntitle: Acme\nbaseUrl: https://api.acme.example\n";
    String resource =
        "resources: {all: {path: /all, records: data, id: id, order: id, promote: run-start,"
            + " pagination: {kind: none}}}\n";
    return DefinitionReader.read("acme.yaml", head + "auth: {" + members + "}\n" + resource)
        .entrance()
        .auth();
  }

  private static String shown(Auth auth, String credential) {
    Presented shown = (Presented) Authorization.of(auth, Credential.of(credential));
    return shown.headers().entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue())
        .collect(Collectors.joining("\n"));
  }

  @Nested
  class IsShown {
    @Test
    void as_the_kind_that_it_is() {
      assertThat(shown(BOTH, "{\"apiKey\":\"sk-1\"}")).isEqualTo("X-Key: sk-1");
      assertThat(shown(BOTH, "{\"accessToken\":\"t\"}")).isEqualTo("Authorization: Bearer t");
      assertThat(shown(BEARER, " bare\n")).isEqualTo("Authorization: Bearer bare");
    }

    @Test
    void bare_as_a_key_or_where_it_does_not_begin_like_one_as_a_token() {
      assertThat(shown(BOTH, "sk-1")).isEqualTo("X-Key: sk-1");
      assertThat(shown(BOTH, "token")).isEqualTo("Authorization: Bearer token");
    }

    @Test
    void as_user_and_password_with_what_the_api_wants_behind_the_user() {
      Auth basic = auth("accessToken: {prefix: \"Bearer \"}, basic: {userSuffix: /token}");
      assertThat(shown(basic, "{\"email\":\"jo@acme.example\",\"apiToken\":\"abc123\"}"))
          .isEqualTo("Authorization: Basic am9AYWNtZS5leGFtcGxlL3Rva2VuOmFiYzEyMw==");
      assertThat(shown(basic, "{\"accessToken\":\"t\"}")).isEqualTo("Authorization: Bearer t");
      assertThatThrownBy(() -> shown(basic, "{\"email\":\"jo:hush\",\"apiToken\":\"hush\"}"))
          .isInstanceOf(CredentialException.class)
          .hasMessageContaining("email holds a colon")
          .hasMessageNotContaining("hush");
    }

    @Test
    void as_a_client_that_a_token_is_fetched_for() {
      Auth auth = auth("apiKey: {}, clientCredentials: {path: /token, form: json}");
      Authorization client =
          Authorization.of(auth, Credential.of("{\"clientId\":\"c\",\"clientSecret\":\"hush\"}"));
      assertThat(client).isInstanceOf(TokenGrant.class);
      assertThat(client.toString()).doesNotContain("hush");
      assertThatThrownBy(() -> Authorization.of(auth, Credential.of("{\"clientId\":\"hush\"}")))
          .isInstanceOf(CredentialException.class)
          .hasMessageContaining(
              "takes {\"apiKey\": \"…\"} or {\"clientId\": \"…\", \"clientSecret\": \"…\"}")
          .hasMessageNotContaining("hush");
    }

    @Test
    void to_no_api_that_does_not_take_it() {
      assertThatThrownBy(() -> shown(BOTH, "{\"apiKey\":\"hush\"}"))
          .isInstanceOf(CredentialException.class)
          .hasMessageContaining("does not begin with sk-")
          .hasMessageNotContaining("hush");
      assertThatThrownBy(() -> shown(BEARER, "{\"accessToken\":\"hush\"}"))
          .hasMessageContaining("takes {\"apiKey\": \"…\"}")
          .hasMessageNotContaining("hush");
    }
  }

  @Nested
  class OfSeveralMembers {
    @Test
    void is_shown_at_all_their_places() {
      Auth auth =
          auth(
              "together: [{member: appId, header: X-App-Id}, {member: appKey, query: key, prefix:"
                  + " k_}]");
      Presented shown =
          (Presented)
              Authorization.of(auth, Credential.of("{\"appId\":\"a\",\"appKey\":\"hush\"}"));
      assertThat(shown.headers()).isEqualTo(Map.of("X-App-Id", "a"));
      assertThat(shown.query()).isEqualTo(Map.of("key", "k_hush"));
      assertThat(shown).hasToString("X-App-Id: …, query key: …");
      assertThatThrownBy(() -> Authorization.of(auth, Credential.of("{\"appId\":\"hush\"}")))
          .hasMessageContaining("{\"appId\": \"…\", \"appKey\": \"…\"}")
          .hasMessageNotContaining("hush");
    }

    @Test
    void may_have_a_password_of_any_signs_where_no_header_carries_it() {
      String credential = "{\"user\":\"jo\",\"password\":\"p\u00e4ss wort\"}";
      TokenGrant login =
          (TokenGrant)
              Authorization.of(
                  auth("login: {path: /login, user: name}"), Credential.of(credential));
      assertThat(login.fields()).containsEntry("name", "jo").containsEntry("password", "päss wort");
      assertThat(login.toString()).doesNotContain("wort");
      Auth header = auth("together: [{member: password, header: X-Password}]");
      assertThatThrownBy(() -> Authorization.of(header, Credential.of(credential)))
          .hasMessageContaining("no header can carry")
          .hasMessageNotContaining("wort");
      assertThatThrownBy(() -> Credential.of("{\"password\":\"hush\\u0007\"}"))
          .hasMessageContaining("no header can carry");
    }

    @Test
    void is_nothing_for_a_public_api() {
      assertThat(Authorization.of(auth("none: true"), Credential.none()))
          .isEqualTo(new Presented(Map.of(), Map.of()))
          .hasToString("nothing");
    }
  }

  @Nested
  class IsRefused {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "  \n",
          "{",
          "{hush}",
          "{\"apiKey\":\"hush\"",
          "{}",
          "{\"apiKey\":5}",
          "{\"apiKey\":\"\"}",
          "{\"apiKey\":null}",
          "{\"apiKey\":{\"hush\":1}}"
        })
    void when_it_cannot_be_read_without_being_repeated(String text) {
      assertThatThrownBy(() -> Credential.of(text))
          .isInstanceOf(CredentialException.class)
          .hasNoCause()
          .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "hush\r\nX-Injected: 1",
          "hush hush",
          "hush\u00e9",
          "{\"apiKey\":\"hush\\nX: 1\"}",
          "{\"apiKey\":\" hush\"}",
          "{\"accessToken\":\"hush\\u0000\"}"
        })
    void when_no_header_can_carry_it(String text) {
      assertThatThrownBy(() -> Credential.of(text))
          .isInstanceOf(CredentialException.class)
          .hasMessageContaining("no header can carry")
          .hasMessageNotContaining("hush");
    }
  }

  @Test
  void prints_as_nothing() {
    Credential credential = Credential.of("{\"apiKey\":\"sk-hush\"}");
    assertThat(credential).hasToString("Credential[…]");
    assertThat(Authorization.of(BOTH, credential)).hasToString("X-Key: …");
  }

  @Nested
  class IsTakenOut {
    private final Redactor redactor =
        Redactor.of(Credential.of("{\"a\":\"abcd\",\"b\":\"abcdefgh\"}"));

    @Test
    void of_every_text_the_longest_first() {
      assertThat(redactor.clean("x abcdefgh y abcd z")).isEqualTo("x [redacted] y [redacted] z");
    }

    @Test
    void before_the_text_is_cut_off() {
      String text = "x".repeat(296) + "abcdefgh";
      assertThat(redactor.clean(text)).doesNotContain("abc").endsWith("…");
    }

    @Test
    void unless_it_is_too_short_to_be_told_from_words() {
      assertThat(Redactor.of(Credential.of("the")).clean("in the end")).isEqualTo("in the end");
    }
  }

  @Test
  void of_one_text_is_the_user_of_basic_authentication_where_the_password_is_empty() {
    Auth stripe = auth("basic: {user: apiKey, noPassword: true}");
    String pair =
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString("sk_test_4:".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    for (String given : new String[] {"sk_test_4", "{\"apiKey\":\"sk_test_4\"}"}) {
      Presented header = (Presented) Authorization.of(stripe, Credential.of(given));
      assertThat(header.headers()).containsEntry("Authorization", pair);
    }
    assertThatThrownBy(() -> Authorization.of(stripe, Credential.of("{\"user\":\"a\"}")))
        .hasMessageContaining("{\"apiKey\": \"…\"}");
  }
}
