package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.AnyAuth;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Pieces;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of credential, as an API is shown it. */
class KindsOfCredentialTest {
  private static final String PAGE = "{\"data\":[]}";

  private final CannedTransport transport = new CannedTransport();
  private final AnyAuth api = new AnyAuth(transport);

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
      PageReader reader = api.reader(AUTH, "kind: next-url, next: next", "k/hush").list();
      transport
          .then(200, "{\"data\":[],\"next\":\"" + next + "\"}")
          .then(200, "{\"data\":[],\"next\":null}");
      Delivered first = (Delivered) AnyAuth.read(reader, null);
      assertThat(first.next()).isEqualTo("/all?page=2");
      AnyAuth.read(reader, first.next());
      assertThat(api.asked())
          .containsExactly(
              AnyApi.BASE + "/all?api_key=k%2Fhush", AnyApi.BASE + "/all?page=2&api_key=k%2Fhush");
    }

    @Test
    void is_kept_in_no_next_url_of_a_header() throws InterruptedException {
      PageReader reader = api.reader(AUTH, "kind: link-header, rel: next", "k/hush").list();
      transport.then(
          200,
          Map.of("Link", "<" + AnyApi.BASE + "/all?api_key=k%2Fhush>; rel=\"next\""),
          Pieces.whole(PAGE));
      assertThat(((Delivered) AnyAuth.read(reader, null)).next()).isEqualTo("/all");
    }

    @Test
    void is_kept_in_no_other_cursor_either() throws InterruptedException {
      PageReader reader =
          api.reader(AUTH, "kind: cursor, parameter: after, next: next", "key/4711").list();
      transport.then(200, "{\"data\":[],\"next\":\"/all?key=key%2f4711&after=2\"}");
      assertThat(((Refused) AnyAuth.read(reader, null)).reason())
          .contains("holds the key that was sent in the query", "declare kind: next-url");
      transport.then(200, "{\"data\":[],\"next\":\"after-2\"}");
      assertThat(((Delivered) AnyAuth.read(reader, null)).next()).isEqualTo("after-2");
    }

    @Test
    void comes_back_out_of_no_answer() throws InterruptedException {
      PageReader reader = api.reader(AUTH, "kind: next-url, next: next", "k/hush").list();
      transport.then(404, "{\"error\":\"no /all?api_key=k%2fhush or k\\\\/hush\"}");
      assertThat(AnyAuth.read(reader, "/all?page=2").toString())
          .doesNotContain("hush")
          .contains("asked was");
      transport.then(200, "{\"data\":[],\"next\":\"https://evil.example/?api_key=k%2Fhush\"}");
      assertThat(AnyAuth.read(reader, null).toString())
          .doesNotContain("hush")
          .contains("evil.example");
    }
  }

  @Test
  void two_secrets_are_shown_in_every_request() throws InterruptedException {
    transport.then(200, PAGE);
    api.read(
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
    assertThat(api.read("none: true", null)).isInstanceOf(Delivered.class);
    assertThat(transport.asked().getFirst().headers()).containsOnlyKeys("Accept", "User-Agent");
    assertThat(((Refused) api.read("none: true", null)).reason())
        .contains("it wants a credential, and the definition says auth.none");
  }
}
