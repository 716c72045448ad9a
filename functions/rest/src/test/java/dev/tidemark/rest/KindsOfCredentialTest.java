package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of credential, as an API is shown it. */
class KindsOfCredentialTest {
  private static final String PAGE = "{\"data\":[]}";
  private static final String CLIENT = "{\"clientId\":\"c:1\",\"clientSecret\":\"s3cr3t/+hush\"}";
  private static final String TOKEN = "{\"access_token\":\"token-1\"}";

  private final CannedTransport transport = new CannedTransport();
  private final ManualClock clock = new ManualClock(AnyApi.NOW);

  private SourceReader reader(String auth, String pagination, @Nullable String credential) {
    String yaml =
        "tidemark: 1\nsource: acme\ntitle: Acme\nbaseUrl: https://api.acme.example\nauth: {"
            + auth
            + "}\nresources: {all: {path: /all, records: data, id: id, order: id, promote:"
            + " run-start, single: {path: '/all/{id}', gone: [403, 404]}, pagination: {"
            + pagination
            + "}}}\n";
    Definition definition = DefinitionReader.read("acme.yaml", yaml);
    return SourceConnection.open(
            "acme",
            definition,
            BaseUrl.of(AnyApi.BASE, false),
            Settings.DEFAULT,
            credential == null ? Credential.none() : Credential.of(credential))
        .reader("all", transport, clock);
  }

  private static PageOutcome read(PageReader reader, @Nullable String cursor)
      throws InterruptedException {
    Cursor at = cursor == null ? null : new Cursor(cursor, Instant.EPOCH);
    return reader.read(new PageRequest(null, null, at, Duration.ofSeconds(9)), new Taken());
  }

  private PageOutcome read(String auth, @Nullable String credential) throws InterruptedException {
    return read(reader(auth, "kind: none", credential).list(), null);
  }

  private List<String> asked() {
    return transport.asked().stream().map(one -> one.uri().toString()).toList();
  }

  @Nested
  class AKeyInTheQuery {
    private static final String AUTH = "apiKey: {query: api_key}";

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://api.acme.example/all?api_key=k%2Fhush&page=2",
          "/all?page=2&api_key=k/hush",
          "?API_KEY=k%2Fhush&page=2"
        })
    void is_sent_with_each_request_and_kept_in_no_next_url(String next)
        throws InterruptedException {
      PageReader reader = reader(AUTH, "kind: next-url, next: next", "k/hush").list();
      transport
          .then(200, "{\"data\":[],\"next\":\"" + next + "\"}")
          .then(200, "{\"data\":[],\"next\":null}");
      Delivered first = (Delivered) read(reader, null);
      assertThat(first.next()).isEqualTo("/all?page=2");
      read(reader, first.next());
      assertThat(asked())
          .containsExactly(
              AnyApi.BASE + "/all?api_key=k%2Fhush", AnyApi.BASE + "/all?page=2&api_key=k%2Fhush");
    }

    @Test
    void is_kept_in_no_next_url_of_a_header() throws InterruptedException {
      PageReader reader = reader(AUTH, "kind: link-header, rel: next", "k/hush").list();
      transport.then(
          200,
          Map.of("Link", "<" + AnyApi.BASE + "/all?api_key=k%2Fhush>; rel=\"next\""),
          Pieces.whole(PAGE));
      assertThat(((Delivered) read(reader, null)).next()).isEqualTo("/all");
    }

    @Test
    void is_kept_in_no_other_cursor_either() throws InterruptedException {
      PageReader reader =
          reader(AUTH, "kind: cursor, parameter: after, next: next", "key/4711").list();
      transport.then(200, "{\"data\":[],\"next\":\"/all?key=key%2f4711&after=2\"}");
      assertThat(((Refused) read(reader, null)).reason())
          .contains("holds the key that was sent in the query", "declare kind: next-url");
      transport.then(200, "{\"data\":[],\"next\":\"after-2\"}");
      assertThat(((Delivered) read(reader, null)).next()).isEqualTo("after-2");
    }

    @Test
    void comes_back_out_of_no_answer() throws InterruptedException {
      PageReader reader = reader(AUTH, "kind: next-url, next: next", "k/hush").list();
      transport.then(404, "{\"error\":\"no /all?api_key=k%2fhush or k\\\\/hush\"}");
      assertThat(read(reader, "/all?page=2").toString())
          .doesNotContain("hush")
          .contains("asked was");
      transport.then(200, "{\"data\":[],\"next\":\"https://evil.example/?api_key=k%2Fhush\"}");
      assertThat(read(reader, null).toString()).doesNotContain("hush").contains("evil.example");
    }
  }

  @Test
  void two_secrets_are_shown_in_every_request() throws InterruptedException {
    transport.then(200, PAGE);
    read(
        "together: [{member: id, header: X-Id}, {member: key, header: X-Key, prefix: 'k '}]",
        "{\"id\":\"one\",\"key\":\"two\"}");
    assertThat(transport.asked().getFirst().headers())
        .containsEntry("X-Id", "one")
        .containsEntry("X-Key", "k two");
  }

  @Test
  void a_public_api_is_shown_nothing_and_says_what_to_declare_where_it_wants_something()
      throws InterruptedException {
    transport.then(200, PAGE).then(401, "{}");
    assertThat(read("none: true", null)).isInstanceOf(Delivered.class);
    assertThat(transport.asked().getFirst().headers()).containsOnlyKeys("Accept", "User-Agent");
    assertThat(((Refused) read("none: true", null)).reason())
        .contains("it wants a credential, and the definition says auth.none");
  }

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
      assertThat(read(AUTH, CLIENT)).isInstanceOf(Delivered.class);
      assertThat(asked()).containsExactly(URL, AnyApi.BASE + "/all");
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
      assertThat(((Refused) read(AUTH, CLIENT)).reason())
          .startsWith("https://id.example.com: the token request was answered 302")
          .contains("redirects are not followed");
      transport.then(400, "{\"error\":\"no YyUzQTE6czNjcjN0JTJGJTJCaHVzaA== here\"}");
      assertThat(((Refused) read(AUTH, CLIENT)).reason()).contains("no [redacted] here");
      assertThat(asked()).containsOnly(URL);
    }

    @Test
    void is_asked_for_without_encryption_on_this_machine_alone() {
      assertThatThrownBy(() -> read("clientCredentials: {url: 'http://127.0.0.1:9/token'}", CLIENT))
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
      PageReader reader = reader(AUTH, "kind: none", CLIENT).list();
      transport.then(200, TOKEN).then(200, PAGE).then(403, "{\"e\":\"the TOKEN expired\"}");
      read(reader, null);
      assertThat(((Unavailable) read(reader, null)).reason()).contains("a new one is fetched");
      transport.then(200, TOKEN).then(403, "{\"message\":\"token expired\"}");
      assertThat(((Refused) read(reader, null)).reason()).contains("answered 403 (token expired)");
    }

    @Test
    void is_no_answer_to_whether_a_record_is_there() throws InterruptedException {
      SourceReader reader = reader(AUTH, "kind: none", CLIENT);
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
      assertThat(((Refused) read(AUTH, CLIENT)).reason()).contains("answered 403 (no scope)");
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
      assertThat(read("refreshToken: {path: /token}", CREDENTIAL)).isInstanceOf(Delivered.class);
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
      assertThat(((Refused) read("refreshToken: {path: /token}", CREDENTIAL)).reason())
          .contains("replaces the refresh token", "refreshToken.reusable: true", "get a new one")
          .doesNotContain("hush");
      assertThat(asked()).hasSize(1);
    }

    @Test
    void that_stays_valid_by_declaration_may_be_replaced() throws InterruptedException {
      transport.then(200, ROTATED).then(200, PAGE);
      assertThat(read("refreshToken: {path: /token, reusable: true}", CREDENTIAL))
          .isInstanceOf(Delivered.class);
    }

    @Test
    void of_a_client_without_a_secret_is_sent_with_its_name_alone() throws InterruptedException {
      transport.then(200, TOKEN).then(200, PAGE);
      read("refreshToken: {path: /token}", "{\"refreshToken\":\"r-hush\",\"clientId\":\"c\"}");
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
              read(
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
              read(
                  "login: {path: /login, token: {header: X-Token}, shown: {query: s}}", CREDENTIAL))
          .isInstanceOf(Delivered.class);
      assertThat(asked()).endsWith(AnyApi.BASE + "/all?s=t-1");
    }

    @Test
    void that_is_refused_says_what_to_check() throws InterruptedException {
      transport.then(401, "{\"message\":\"wrong password a b\"}");
      assertThat(((Refused) read("login: {path: /login}", CREDENTIAL)).reason())
          .contains("check user and password");
    }
  }
}
