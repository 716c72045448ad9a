package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.AnyAuth;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tokens of every kind, of the API itself and of other hosts. */
class FetchedTokensTest {
  private static final String PAGE = "{\"data\":[]}";
  private static final String CLIENT = "{\"clientId\":\"c:1\",\"clientSecret\":\"s3cr3t/+hush\"}";
  private static final String TOKEN = "{\"access_token\":\"token-1\"}";

  private final CannedTransport transport = new CannedTransport();
  private final AnyAuth api = new AnyAuth(transport);

  @Nested
  class ATokenOfAnotherHost {
    private static final String URL = "https://id.example.com/oauth/token";
    private static final String AUTH =
        "clientCredentials: {url: '"
            + URL
            + "', client: basic, parameters: {audience: 'https://a'}}";

    @Test
    void is_asked_for_there_with_the_client_as_basic() throws InterruptedException {
      transport.then(200, TOKEN).then(200, PAGE);
      assertThat(api.read(AUTH, CLIENT)).isInstanceOf(Delivered.class);
      assertThat(api.asked()).containsExactly(URL, AnyApi.BASE + "/all");
      CannedTransport.Asked token = transport.asked().getFirst();
      // Base64 of c%3A1:s3cr3t%2F%2Bhush, as RFC 6749, 2.3.1, says.
      assertThat(token.headers())
          .containsEntry("Authorization", "Basic YyUzQTE6czNjcjN0JTJGJTJCaHVzaA==");
      assertThat(token.body())
          .isEqualTo(
              new Payload(
                  "application/x-www-form-urlencoded",
                  "grant_type=client_credentials&audience=https%3A%2F%2Fa"));
      assertThat(transport.asked().getLast().headers())
          .containsEntry("Authorization", "Bearer token-1");
    }

    @Test
    void is_refused_by_its_own_name_and_never_fetched_along_a_redirect()
        throws InterruptedException {
      transport.then(302, Map.of("Location", "https://evil.example/token"), Pieces.whole("{}"));
      assertThat(((Refused) api.read(AUTH, CLIENT)).reason())
          .startsWith("https://id.example.com: the token request was answered 302")
          .contains("redirects are not followed");
      transport.then(400, "{\"error\":\"no YyUzQTE6czNjcjN0JTJGJTJCaHVzaA== here\"}");
      assertThat(((Refused) api.read(AUTH, CLIENT)).reason()).contains("no [redacted] here");
      assertThat(api.asked()).containsOnly(URL);
    }

    @Test
    void is_asked_for_without_encryption_on_this_machine_alone() {
      assertThatThrownBy(
              () -> api.read("clientCredentials: {url: 'http://127.0.0.1:9/token'}", CLIENT))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("use https");
    }
  }

  @Nested
  class AnEndThatIsToldOtherwise {
    private static final String AUTH =
        "clientCredentials: {path: /token, ended: [{status: 403, contains: Token Expired}]}";

    @Test
    void is_answered_by_one_new_token() throws InterruptedException {
      PageReader reader = api.reader(AUTH, "kind: none", CLIENT).list();
      transport.then(200, TOKEN).then(200, PAGE).then(403, "{\"e\":\"the TOKEN expired\"}");
      AnyAuth.read(reader, null);
      assertThat(((Unavailable) AnyAuth.read(reader, null)).reason())
          .contains("a new one is fetched");
      transport.then(200, TOKEN).then(403, "{\"message\":\"token expired\"}");
      assertThat(((Refused) AnyAuth.read(reader, null)).reason())
          .contains("answered 403 (token expired)");
    }

    @Test
    void is_no_answer_to_whether_a_record_is_there() throws InterruptedException {
      SourceReader reader = api.reader(AUTH, "kind: none", CLIENT);
      transport.then(200, TOKEN);
      for (int i = 0; i < 2; i++) {
        transport.then(403, "{\"message\":\"token expired\"}").then(200, TOKEN);
        assertThat(reader.single().read("1", Duration.ofSeconds(9), new Taken()))
            .as("the second time no other token would do, and still nothing is known")
            .isInstanceOf(RecordOutcome.Unknown.class);
      }
      transport.then(403, "{\"message\":\"hidden\"}");
      assertThat(reader.single().read("1", Duration.ofSeconds(9), new Taken()))
          .isInstanceOf(RecordOutcome.Absent.class);
    }

    @Test
    void is_a_refusal_where_its_text_is_another() throws InterruptedException {
      transport.then(200, TOKEN).then(403, "{\"message\":\"no scope\"}");
      assertThat(((Refused) api.read(AUTH, CLIENT)).reason()).contains("answered 403 (no scope)");
    }
  }

  @Nested
  class ARefreshToken {
    private static final String CREDENTIAL =
        "{\"refreshToken\":\"r-hush\",\"clientId\":\"c\",\"clientSecret\":\"s\"}";
    private static final String ROTATED =
        "{\"access_token\":\"token-1\",\"refresh_token\":\"r-hush-2\"}";

    @Test
    void is_exchanged_for_a_token() throws InterruptedException {
      transport.then(200, "{\"access_token\":\"t\",\"refresh_token\":\"r-hush\"}").then(200, PAGE);
      assertThat(api.read("refreshToken: {path: /token}", CREDENTIAL))
          .isInstanceOf(Delivered.class);
      assertThat(transport.asked().getFirst().body())
          .isEqualTo(
              new Payload(
                  "application/x-www-form-urlencoded",
                  "grant_type=refresh_token&refresh_token=r-hush&client_id=c&client_secret=s"));
    }

    @Test
    void that_is_replaced_by_the_answer_fails_before_anything_is_read()
        throws InterruptedException {
      transport.then(200, ROTATED);
      assertThat(((Refused) api.read("refreshToken: {path: /token}", CREDENTIAL)).reason())
          .contains("replaces the refresh token", "refreshToken.reusable: true", "get a new one")
          .doesNotContain("hush");
      assertThat(api.asked()).hasSize(1);
    }

    @Test
    void that_stays_valid_by_declaration_may_be_replaced() throws InterruptedException {
      transport.then(200, ROTATED).then(200, PAGE);
      assertThat(api.read("refreshToken: {path: /token, reusable: true}", CREDENTIAL))
          .isInstanceOf(Delivered.class);
    }

    @Test
    void of_a_client_without_a_secret_is_sent_with_its_name_alone() throws InterruptedException {
      transport.then(200, TOKEN).then(200, PAGE);
      api.read("refreshToken: {path: /token}", "{\"refreshToken\":\"r-hush\",\"clientId\":\"c\"}");
      assertThat(String.valueOf(transport.asked().getFirst().body()))
          .as("prints as nothing")
          .doesNotContain("hush");
    }
  }

  @Nested
  class ALogin {
    private static final String CREDENTIAL = "{\"user\":\"jo\",\"password\":\"a b\"}";

    @Test
    void gives_a_token_at_a_place_of_its_own_that_is_shown_in_a_way_of_its_own()
        throws InterruptedException {
      transport.then(200, "{\"data\":{\"key\":\"t-1\"}}").then(200, PAGE);
      assertThat(
              api.read(
                  "login: {path: /login, form: json, user: email, token: data.key, shown: {header:"
                      + " X-Auth}, parameters: {tenant: '7'}}",
                  CREDENTIAL))
          .isInstanceOf(Delivered.class);
      assertThat(transport.asked().getFirst().body())
          .isEqualTo(Payload.json("{\"email\":\"jo\",\"password\":\"a b\",\"tenant\":\"7\"}"));
      assertThat(transport.asked().getLast().headers()).containsEntry("X-Auth", "t-1");
    }

    @Test
    void may_give_the_token_in_a_header_and_want_it_in_the_query() throws InterruptedException {
      transport.then(201, Map.of("X-Token", "t-1"), Pieces.whole("")).then(200, PAGE);
      assertThat(
              api.read(
                  "login: {path: /login, token: {header: X-Token}, shown: {query: s}}", CREDENTIAL))
          .isInstanceOf(Delivered.class);
      assertThat(api.asked()).endsWith(AnyApi.BASE + "/all?s=t-1");
    }

    @Test
    void that_is_refused_says_what_to_check() throws InterruptedException {
      transport.then(401, "{\"message\":\"wrong password a b\"}");
      assertThat(((Refused) api.read("login: {path: /login}", CREDENTIAL)).reason())
          .contains("check user and password");
    }
  }
}
